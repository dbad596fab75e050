//! The evaluation of rules on rows, with three truth values as in SQL: true, false and unknown.
//!
//! Unknown is [`Datum::Null`]. A rule is violated only if it is false, so unknown must never become false by accident: each
//! operator below says what it makes of unknown operands.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::describe::{
    self, CalendarPeriod, DECIMALS_MAX, Expr, Grain, Literal, ObservationPeriod, Operator,
};
use crate::value::{CodeText, Datum};

/// A rule that can be evaluated on rows: its columns are resolved to positions.
///
/// A null makes a comparison or a sum unknown. `&&` is false if one side is false, and `||` is true if one side is true,
/// even if the other side is unknown. `is_none()` is never unknown. A sum that overflows 64 bits is unknown.
///
/// ```
/// use beraad_schema::describe::{Expr, Literal, Operator};
/// use beraad_schema::{CompiledRule, Datum};
///
/// let expression = Expr::binary(
///     Operator::LessOrEqual,
///     Expr::column("renewals"),
///     Literal::Number(3).into(),
/// );
/// let rule = CompiledRule::new(&expression, &["renewals"])?;
/// assert_eq!(rule.holds(&[Datum::Whole(4)]), Some(false));
/// assert_eq!(rule.holds(&[Datum::Null]), None);
/// # Ok::<(), beraad_schema::NoSuchColumn>(())
/// ```
#[derive(Clone, Debug)]
pub struct CompiledRule(Node);

/// The error of a rule that names a column that the rows do not have; it holds the name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no column `{0}`")]
pub struct NoSuchColumn(pub String);

/// The compiled form of an [`Expr`].
///
/// It is a tree of its own because a rule is evaluated for every row: here a column is its position and a constant is a
/// [`Datum`], so that no row pays for finding a name or for resolving the alias of a code.
#[derive(Clone, Debug)]
enum Node {
    Column(usize),
    Constant(Datum),
    Not(Box<Self>),
    IsNull(Box<Self>),
    Len(Box<Self>),
    Containing(Grain, Box<Self>),
    Contains(Box<[Self; 2]>),
    OneOf(Box<Self>, Vec<Datum>),
    Binary(Operator, Box<[Self; 2]>),
}

impl CompiledRule {
    /// Compiles an expression for rows with these columns.
    ///
    /// # Errors
    /// [`NoSuchColumn`] if the expression names another column.
    pub fn new(expression: &Expr, columns: &[&str]) -> Result<Self, NoSuchColumn> {
        Self::with_code_lists(expression, columns, &[])
    }

    /// Compiles an expression, and replaces each code that is an alias in one of `lists` by the code that rows store.
    ///
    /// # Errors
    /// [`NoSuchColumn`] if the expression names another column.
    pub fn with_code_lists(
        expression: &Expr,
        columns: &[&str],
        lists: &[&describe::CodeList],
    ) -> Result<Self, NoSuchColumn> {
        Resolver { columns, lists }.node(expression).map(Self)
    }

    /// Returns whether the rule holds for a row, whose values are in the order of the columns; `None` if that is unknown, or if
    /// the expression is not a condition. A row that is shorter than the list of columns has nulls at its end.
    #[must_use]
    pub fn holds(&self, row: &[Datum]) -> Option<bool> {
        flag(&self.0.value(row))
    }

    /// The value of the expression for a row; [`Datum::Null`] if it is unknown.
    #[cfg(feature = "proptest")]
    pub(crate) fn value(&self, row: &[Datum]) -> Datum {
        self.0.value(row).into_owned()
    }
}

/// Replaces names by positions and constants by data.
struct Resolver<'a> {
    columns: &'a [&'a str],
    lists: &'a [&'a describe::CodeList],
}

impl Resolver<'_> {
    fn node(&self, expression: &Expr) -> Result<Node, NoSuchColumn> {
        Ok(match expression {
            Expr::Column(name) => {
                // Once for each mention in a rule, not for each row.
                let index = self.columns.iter().position(|column| column == name);
                Node::Column(index.ok_or_else(|| NoSuchColumn(name.to_string()))?)
            }
            Expr::Literal(literal) => Node::Constant(self.constant(literal)),
            Expr::Not(operand) => Node::Not(self.boxed(operand)?),
            Expr::IsNull(operand) => Node::IsNull(self.boxed(operand)?),
            Expr::Len(operand) => Node::Len(self.boxed(operand)?),
            Expr::Containing { grain, date } => Node::Containing(*grain, self.boxed(date)?),
            Expr::Contains { list, item } => {
                Node::Contains(Box::new([self.node(list)?, self.node(item)?]))
            }
            Expr::OneOf { value, options } => Node::OneOf(
                self.boxed(value)?,
                options.iter().map(|it| self.constant(it)).collect(),
            ),
            Expr::Binary {
                operator,
                left,
                right,
            } => Node::Binary(*operator, Box::new([self.node(left)?, self.node(right)?])),
        })
    }

    fn boxed(&self, operand: &Expr) -> Result<Box<Node>, NoSuchColumn> {
        self.node(operand).map(Box::new)
    }

    fn constant(&self, literal: &Literal) -> Datum {
        match literal {
            Literal::Flag(flag) => Datum::Flag(*flag),
            Literal::Number(number) => Datum::Whole(*number),
            Literal::Period(period) => Datum::Period(*period),
            Literal::Code { list, code } => {
                let list = self.lists.iter().find(|known| known.id == *list);
                let stored = list
                    // Rows keep every text of such a list as it is, also if the list calls it an alias.
                    .filter(|list| !list.is_reference_only())
                    .and_then(|list| list.find(code)?.code.as_deref());
                CodeText::try_new(stored.unwrap_or(code)).map_or(Datum::Null, Datum::Code)
            }
        }
    }
}

impl Node {
    /// The value for a row; [`Datum::Null`] is unknown.
    fn value<'r>(&'r self, row: &'r [Datum]) -> Cow<'r, Datum> {
        let value = match self {
            Self::Column(index) => {
                return row
                    .get(*index)
                    .map_or(Cow::Owned(Datum::Null), Cow::Borrowed);
            }
            Self::Constant(constant) => return Cow::Borrowed(constant),
            Self::Not(operand) => truth(flag(&operand.value(row)).map(|flag| !flag)),
            Self::IsNull(operand) => Datum::Flag(*operand.value(row) == Datum::Null),
            Self::Len(operand) => match &*operand.value(row) {
                Datum::List(items) => i64::try_from(items.len()).map_or(Datum::Null, Datum::Whole),
                _ => Datum::Null,
            },
            Self::Containing(grain, date) => match &*date.value(row) {
                // A period in the middle of which a finer one begins is unknown: only a stored model can ask for it.
                Datum::Period(date) if date.grain() >= *grain => {
                    CalendarPeriod::containing(*grain, date.first_day())
                        .map_or(Datum::Null, Datum::Period)
                }
                _ => Datum::Null,
            },
            Self::Contains(operands) => {
                let (list, item) = (operands[0].value(row), operands[1].value(row));
                truth(match &*list {
                    Datum::List(items) => is_one_of(items, &item),
                    _ => None,
                })
            }
            Self::OneOf(operand, constants) => truth(is_one_of(constants, &operand.value(row))),
            Self::Binary(operator, operands) => binary(*operator, operands, row),
        };
        Cow::Owned(value)
    }
}

fn binary(operator: Operator, [left, right]: &[Node; 2], row: &[Datum]) -> Datum {
    let left = left.value(row);
    // The left side may decide alone; then the right side is not evaluated.
    match (operator, flag(&left)) {
        (Operator::And, Some(false)) => return Datum::Flag(false),
        (Operator::Or, Some(true)) => return Datum::Flag(true),
        _ => {}
    }
    let right = right.value(row);
    let order = |holds: fn(Ordering) -> bool| truth(compare(&left, &right).map(holds));
    match operator {
        Operator::Equal => truth(equal(&left, &right)),
        Operator::NotEqual => truth(equal(&left, &right).map(|equal| !equal)),
        Operator::Less => order(Ordering::is_lt),
        Operator::LessOrEqual => order(Ordering::is_le),
        Operator::Greater => order(Ordering::is_gt),
        Operator::GreaterOrEqual => order(Ordering::is_ge),
        Operator::And => truth(match (flag(&left), flag(&right)) {
            (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        }),
        Operator::Or => truth(match (flag(&left), flag(&right)) {
            (_, Some(true)) => Some(true),
            (Some(false), Some(false)) => Some(false),
            _ => None,
        }),
        Operator::Plus => sum(&left, &right, i64::checked_add),
        Operator::Minus => sum(&left, &right, i64::checked_sub),
    }
}

/// Returns whether an item is one of several, as `==` with each of them, joined by `||`.
fn is_one_of(items: &[Datum], item: &Datum) -> Option<bool> {
    let mut unknown = false;
    for other in items {
        match equal(other, item) {
            Some(true) => return Some(true),
            Some(false) => {}
            None => unknown = true,
        }
    }
    // False for an empty list, even if the item is unknown.
    (!unknown).then_some(false)
}

/// Returns whether two values of one kind are equal.
fn equal(left: &Datum, right: &Datum) -> Option<bool> {
    match (left, right) {
        (Datum::Flag(left), Datum::Flag(right)) => Some(left == right),
        (Datum::Code(left), Datum::Code(right)) => Some(left == right),
        (Datum::List(left), Datum::List(right)) => Some(left == right),
        _ => compare(left, right).map(Ordering::is_eq),
    }
}

/// The order of two values of one kind. The order of values of two kinds is unknown; the compiler rejects such a rule, but a
/// stored model may contain one.
fn compare(left: &Datum, right: &Datum) -> Option<Ordering> {
    if let (Datum::Period(left), Datum::Period(right)) = (left, right) {
        // Periods of two grains have no order: unknown.
        return left.partial_cmp(right);
    }
    let ([left, right], _) = in_one_unit(left, right)?;
    Some(left.cmp(&right))
}

/// The sum or the difference: a whole number if both sides are, otherwise with the decimals of the side that has more.
fn sum(left: &Datum, right: &Datum, checked: fn(i64, i64) -> Option<i64>) -> Datum {
    let sum = || {
        let ([left, right], decimals) = in_one_unit(left, right)?;
        let units = checked(i64::try_from(left).ok()?, i64::try_from(right).ok()?)?;
        Some(match decimals {
            0 => Datum::Whole(units),
            _ => Datum::Scaled { units, decimals },
        })
    };
    sum().unwrap_or(Datum::Null)
}

/// Two numbers in the smaller of their units, 10^-decimals, with that number of decimals.
fn in_one_unit(left: &Datum, right: &Datum) -> Option<([i128; 2], u8)> {
    let numbers = [number(left)?, number(right)?];
    let decimals = numbers.map(|(_, decimals)| decimals).into_iter().max()?;
    // No type has more decimals. Data that have are unknown, since 128 bits may not hold them.
    if decimals > DECIMALS_MAX {
        return None;
    }
    let in_unit =
        |(units, own): (i64, u8)| i128::from(units) * 10_i128.pow(u32::from(decimals - own));
    Some((numbers.map(in_unit), decimals))
}

/// A number, as units of 10^-decimals and the number of decimals.
fn number(value: &Datum) -> Option<(i64, u8)> {
    match value {
        Datum::Whole(number) => Some((*number, 0)),
        Datum::Scaled { units, decimals } => Some((*units, *decimals)),
        _ => None,
    }
}

/// Data as true, false or unknown.
fn flag(value: &Datum) -> Option<bool> {
    match value {
        Datum::Flag(flag) => Some(*flag),
        _ => None,
    }
}

/// True, false or unknown as data.
fn truth(flag: Option<bool>) -> Datum {
    flag.map_or(Datum::Null, Datum::Flag)
}
