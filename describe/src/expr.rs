//! Expressions over the columns of one row.

mod printer;

pub use self::printer::{Dialect, Form};

use serde::{Deserialize, Serialize};

use crate::calendar::{Year, YearMonth, YearQuarter};
use crate::label::Text;

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
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Expr {
    /// The value of the column with this name; the name includes the prefixes of its groups.
    Column(Text),
    /// A constant.
    Literal(Literal),
    /// True where the operand is false, and false where it is true.
    Not(Box<Self>),
    /// Whether the operand is null. Never unknown.
    IsNull(Box<Self>),
    /// The number of values in a list.
    Len(Box<Self>),
    /// Whether a list contains a value.
    Contains {
        /// The list.
        list: Box<Self>,
        /// The value that is looked for.
        item: Box<Self>,
    },
    /// Whether a value is one of several constants.
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
    /// The value of a column.
    #[must_use]
    pub fn column(name: impl Into<Text>) -> Self {
        Self::Column(name.into())
    }

    /// True where `operand` is false, and false where it is true.
    #[must_use]
    #[expect(
        clippy::should_implement_trait,
        reason = "a constructor like the others, not an operator on expressions"
    )]
    pub fn not(operand: Self) -> Self {
        Self::Not(Box::new(operand))
    }

    /// Whether `operand` is null.
    #[must_use]
    pub fn is_null(operand: Self) -> Self {
        Self::IsNull(Box::new(operand))
    }

    /// The number of values in `list`.
    #[must_use]
    pub fn len(list: Self) -> Self {
        Self::Len(Box::new(list))
    }

    /// Whether `list` contains `item`.
    #[must_use]
    pub fn contains(list: Self, item: Self) -> Self {
        Self::Contains {
            list: Box::new(list),
            item: Box::new(item),
        }
    }

    /// Whether `value` is one of `options`.
    #[must_use]
    pub fn one_of(value: Self, options: Vec<Literal>) -> Self {
        Self::OneOf {
            value: Box::new(value),
            options,
        }
    }

    /// `operator` between two operands.
    #[must_use]
    pub fn binary(operator: Operator, left: Self, right: Self) -> Self {
        Self::Binary {
            operator,
            left: Box::new(left),
            right: Box::new(right),
        }
    }

    /// The expressions that this one is directly made of, from left to right; the options of [`OneOf`](Self::OneOf) are
    /// not among them.
    pub fn operands(&self) -> impl Iterator<Item = &Self> {
        let operands: [Option<&Self>; 2] = match self {
            Self::Column(_) | Self::Literal(_) => [None, None],
            Self::Not(operand) | Self::IsNull(operand) | Self::Len(operand) => {
                [Some(operand), None]
            }
            Self::Contains { list, item } => [Some(list), Some(item)],
            Self::OneOf { value, .. } => [Some(value), None],
            Self::Binary { left, right, .. } => [Some(left), Some(right)],
        };
        operands.into_iter().flatten()
    }
}

impl From<Literal> for Expr {
    fn from(literal: Literal) -> Self {
        Self::Literal(literal)
    }
}

vocabulary_enum! {
    /// What is done with two operands.
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
        /// Both.
        And,
        /// At least one.
        Or,
        /// The sum.
        Plus,
        /// The difference.
        Minus,
    }
}

/// A constant in a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Literal {
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// A month.
    YearMonth(YearMonth),
    /// A quarter.
    YearQuarter(YearQuarter),
    /// A year.
    Year(Year),
    /// A code of a list.
    Code {
        /// The id of the list.
        list: Text,
        /// The stored text.
        code: Text,
    },
}
