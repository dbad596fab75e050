//! Conditions of constraints, in the forms that a program computes.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::{List, Text};

/// The condition of a [`Constraint`](crate::Constraint) in a form that a program computes.
///
/// It is evaluated for each row with a value in the *constrained column*, which is each of the columns to which the constraint applies.
/// The value of a flag is there if it is true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Condition {
    /// There is a row with these values. A foreign key is the simplest case; databases call the general one an inclusion dependency.
    RowExists(RowExists),
    /// None of these columns of the same row has a value.
    NoneOf(List<Text>),
    /// A person has an age between two limits.
    Age(AgeLimits),
}

/// A row of which some values are known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RowExists {
    /// The id of the block that has the row, which may be the block of the constrained column itself.
    pub block: Text,
    /// The values that are known.
    pub equal: List<Equal>,
    /// The rows for which no such row is demanded.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub except: List<Exception>,
}

/// A column of a row that must exist, and its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Equal {
    /// The name of the column, in the block of the row that must exist.
    pub column: Text,
    /// The value.
    pub to: Operand,
}

/// The value of a column of a row that must exist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Operand {
    /// The value of the constrained column.
    Constrained,
    /// The value of the column with this name, in the row of the constrained column.
    Column(Text),
    /// True or false.
    Flag(bool),
}

/// Rows of a constrained column for which a condition need not hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Exception {
    /// The constrained column, as `block.column`.
    pub column: Text,
    /// The name of the column of the same row that makes the exception.
    pub because: Text,
    /// The code that this column has then.
    pub code: Text,
}

/// Limits of the age of a person, in years.
///
/// The age is the year of a period less the year of birth, which is the age that the person reaches in that year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AgeLimits {
    /// The name of the column with the date of birth, in the row of the constrained column.
    pub birth: Text,
    /// The name of the column with the period at which the person has the age, in the same row.
    pub at: Text,
    /// The lowest age.
    pub min: u8,
    /// The highest age.
    pub max: u8,
    /// The number of years by which an age may lie outside the limits.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub tolerance: u8,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde calls"
)]
fn is_zero(number: &u8) -> bool {
    *number == 0
}

impl Condition {
    /// Creates a condition that there is a row in `block` with these values, without exceptions.
    #[must_use]
    pub const fn row_exists(block: Text, equal: List<Equal>, except: List<Exception>) -> Self {
        Self::RowExists(RowExists {
            block,
            equal,
            except,
        })
    }

    /// Creates limits of an age: that of a person born at `birth`, at the period `at`.
    #[must_use]
    pub const fn age(birth: Text, at: Text, min: u8, max: u8, tolerance: u8) -> Self {
        Self::Age(AgeLimits {
            birth,
            at,
            min,
            max,
            tolerance,
        })
    }

    /// Returns the columns that the condition names beside the constrained one, each as `block.column`, for a constrained column of
    /// `block`.
    #[must_use]
    pub fn columns(&self, block: &str) -> Vec<String> {
        let of_row = |name: &str| format!("{block}.{name}");
        match self {
            Self::RowExists(row) => {
                let other = row
                    .equal
                    .iter()
                    .map(|equal| format!("{}.{}", row.block, equal.column));
                let own = row.equal.iter().filter_map(|equal| match &equal.to {
                    Operand::Column(name) => Some(of_row(name)),
                    Operand::Constrained | Operand::Flag(_) => None,
                });
                let except = row.except.iter().filter_map(|exception| {
                    let (of, _) = exception.column.split_once('.')?;
                    (of == block).then(|| of_row(&exception.because))
                });
                other.chain(own).chain(except).collect()
            }
            Self::NoneOf(names) => names.iter().map(|name| of_row(name)).collect(),
            Self::Age(age) => vec![of_row(&age.birth), of_row(&age.at)],
        }
    }
}

/// In words, for a message: `a row of member has person = its value`.
///
/// ```
/// use beraad_describe::{Condition, Equal, Operand};
///
/// let equal = vec![
///     Equal::new("person".into(), Operand::Constrained),
///     Equal::new("year".into(), Operand::Column("loan_year".into())),
/// ];
/// let condition = Condition::row_exists("member".into(), equal.into(), vec![].into());
/// assert_eq!(condition.to_string(), "a row of member has person = its value, year = loan_year");
/// ```
impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RowExists(row) => {
                write!(f, "a row of {} has ", row.block)?;
                for (place, equal) in row.equal.iter().enumerate() {
                    let comma = if place == 0 { "" } else { ", " };
                    write!(f, "{comma}{} = ", equal.column)?;
                    match &equal.to {
                        Operand::Constrained => f.write_str("its value")?,
                        Operand::Column(name) => f.write_str(name)?,
                        Operand::Flag(flag) => write!(f, "{flag}")?,
                    }
                }
                for exception in row.except.iter() {
                    let Exception {
                        column,
                        because,
                        code,
                    } = exception;
                    write!(f, "; except {column} where {because} is {code}")?;
                }
                Ok(())
            }
            Self::NoneOf(names) => write!(f, "no value in {}", names.join(", ")),
            Self::Age(age) => {
                let AgeLimits {
                    birth,
                    at,
                    min,
                    max,
                    tolerance,
                } = age;
                write!(f, "an age of {min} to {max} in {at}, by {birth}")?;
                match tolerance {
                    0 => Ok(()),
                    1 => f.write_str(", give or take 1 year"),
                    years => write!(f, ", give or take {years} years"),
                }
            }
        }
    }
}

impl Equal {
    /// Creates a column and its value.
    #[must_use]
    pub const fn new(column: Text, to: Operand) -> Self {
        Self { column, to }
    }
}

impl Exception {
    /// Creates an exception: rows of the constrained column `column`, as `block.column`, in which the column `because` has this code.
    #[must_use]
    pub const fn new(column: Text, because: Text, code: Text) -> Self {
        Self {
            column,
            because,
            code,
        }
    }
}
