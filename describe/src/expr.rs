//! Expressions over the columns of one row, and their printer.

mod literal;
mod printer;
mod violated;

pub use self::literal::Literal;
pub use self::printer::{Dialect, Form};

use serde::{Deserialize, Serialize};

use crate::calendar::Grain;
use crate::text::Text;

/// An expression over the columns of one row.
///
/// A comparison or a sum with a null in it is unknown, as in SQL. `Display` writes it in Rust, as in the attribute
/// `rule` of a block; a [`Dialect`] writes it in another language.
///
/// ```
/// use beraad_describe::{Expr, Literal, Operator};
///
/// let renewals = Expr::column("renewals");
/// let rule = Expr::binary(Operator::LessOrEqual, renewals, Literal::Number(3).into());
/// assert_eq!(rule.to_string(), "renewals <= 3");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Expr {
    /// The value of the column with this name; the name includes the prefixes of its groups.
    Column(Text),
    /// A constant.
    Literal(Literal),
    /// True where the operand is false, and false where it is true.
    Not(Box<Self>),
    /// True where the operand is null, and false where it is not. Never unknown.
    IsNull(Box<Self>),
    /// The number of values in a list.
    Len(Box<Self>),
    /// The year, quarter or month that contains a date.
    Containing {
        /// The precision of the result.
        grain: Grain,
        /// The date, which is at least as precise.
        date: Box<Self>,
    },
    /// True where a list contains a value.
    Contains {
        /// The list.
        list: Box<Self>,
        /// The value that is looked for.
        item: Box<Self>,
    },
    /// True where a value is one of several constants.
    OneOf {
        /// The value.
        value: Box<Self>,
        /// The constants.
        options: Vec<Literal>,
    },
    /// An operator between two operands.
    Binary {
        /// The operator.
        operator: Operator,
        /// The left operand.
        left: Box<Self>,
        /// The right operand.
        right: Box<Self>,
    },
}

impl Expr {
    /// Creates the value of a column.
    #[must_use]
    pub fn column(name: impl Into<Text>) -> Self {
        Self::Column(name.into())
    }

    /// Creates the opposite of `operand`.
    #[must_use]
    #[expect(
        clippy::should_implement_trait,
        reason = "a constructor like the others, not an operator on expressions"
    )]
    pub fn not(operand: Self) -> Self {
        Self::Not(Box::new(operand))
    }

    /// Creates a test that `operand` is null.
    #[must_use]
    pub fn is_null(operand: Self) -> Self {
        Self::IsNull(Box::new(operand))
    }

    /// Creates the number of values in `list`.
    #[must_use]
    pub fn len(list: Self) -> Self {
        Self::Len(Box::new(list))
    }

    /// Creates the period of this grain that contains `date`.
    #[must_use]
    pub fn containing(grain: Grain, date: Self) -> Self {
        Self::Containing {
            grain,
            date: Box::new(date),
        }
    }

    /// Creates a test that `list` contains `item`.
    #[must_use]
    pub fn contains(list: Self, item: Self) -> Self {
        Self::Contains {
            list: Box::new(list),
            item: Box::new(item),
        }
    }

    /// Creates a test that `value` is one of `options`.
    #[must_use]
    pub fn one_of(value: Self, options: Vec<Literal>) -> Self {
        Self::OneOf {
            value: Box::new(value),
            options,
        }
    }

    /// Creates an expression with `operator` between two operands.
    #[must_use]
    pub fn binary(operator: Operator, left: Self, right: Self) -> Self {
        Self::Binary {
            operator,
            left: Box::new(left),
            right: Box::new(right),
        }
    }

    /// Returns the operands of this expression, from left to right, without the options of [`OneOf`](Self::OneOf).
    pub fn operands(&self) -> impl Iterator<Item = &Self> {
        // An array, so that all arms have one type and nothing is allocated.
        let operands: [Option<&Self>; 2] = match self {
            Self::Column(_) | Self::Literal(_) => [None, None],
            Self::Not(operand) | Self::IsNull(operand) | Self::Len(operand) => {
                [Some(operand), None]
            }
            Self::Containing { date, .. } => [Some(date), None],
            Self::Contains { list, item } => [Some(list), Some(item)],
            Self::OneOf { value, .. } => [Some(value), None],
            Self::Binary { left, right, .. } => [Some(left), Some(right)],
        };
        operands.into_iter().flatten()
    }

    /// Returns the names of the columns that this expression reads, each once, in the order in which it names them.
    ///
    /// ```
    /// use beraad_describe::{Expr, Operator};
    ///
    /// let (late, books) = (Expr::column("late"), Expr::column("books"));
    /// let is_known = Expr::not(Expr::is_null(late.clone()));
    /// let condition = Expr::binary(Operator::LessOrEqual, late, books);
    /// let condition = Expr::binary(Operator::And, is_known, condition);
    /// assert_eq!(condition.columns(), ["late", "books"]);
    /// ```
    #[must_use]
    pub fn columns(&self) -> Vec<Text> {
        let mut columns = Vec::new();
        self.add_columns(&mut columns);
        columns
    }

    fn add_columns(&self, columns: &mut Vec<Text>) {
        if let Self::Column(name) = self
            && !columns.contains(name)
        {
            columns.push(name.clone());
        }
        for operand in self.operands() {
            operand.add_columns(columns);
        }
    }
}

impl From<Literal> for Expr {
    fn from(literal: Literal) -> Self {
        Self::Literal(literal)
    }
}

vocabulary_enum! {
    /// An operator between two operands.
    pub enum Operator {
        /// Equal.
        Equal,
        /// Not equal.
        NotEqual,
        /// Less, or earlier.
        Less,
        /// Less or equal.
        LessOrEqual,
        /// Greater, or later.
        Greater,
        /// Greater or equal.
        GreaterOrEqual,
        /// True where both operands are true; false where one is false, even if the other is unknown.
        And,
        /// True where one operand is true, even if the other is unknown; false where both are false.
        Or,
        /// The sum.
        Plus,
        /// The difference.
        Minus,
    }
}
