//! Expressions over the columns of one row.

mod printer;

use serde::{Deserialize, Serialize};

use crate::calendar::{Year, YearMonth, YearQuarter};
use crate::label::{List, Text};

/// An expression over the columns of one row; as text it is the Rust that it is written in.
///
/// Operands are lists, since a constant can borrow a list of its own type but not a value of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expr {
    /// The value of a column.
    Column(Text),
    /// A constant.
    Literal(Literal),
    /// The opposite of one operand.
    Not(List<Self>),
    /// Whether one operand is null; never unknown.
    IsNull(List<Self>),
    /// How many values a list has.
    Len(List<Self>),
    /// Whether the first operand, a list, holds the second.
    Contains(List<Self>),
    /// Whether the operand is one of the constants.
    OneOf(List<Self>, List<Literal>),
    /// Two operands and what is done with them.
    Binary(Operator, List<Self>),
}

/// What is done with two operands.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    strum::Display,
    strum::EnumString,
    strum::VariantArray,
    strum::IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
pub enum Operator {
    /// Equal.
    #[strum(serialize = "==")]
    Equal,
    /// Not equal.
    #[strum(serialize = "!=")]
    NotEqual,
    /// Less, or earlier.
    #[strum(serialize = "<")]
    Less,
    /// Less or equal.
    #[strum(serialize = "<=")]
    LessOrEqual,
    /// Greater, or later.
    #[strum(serialize = ">")]
    Greater,
    /// Greater or equal.
    #[strum(serialize = ">=")]
    GreaterOrEqual,
    /// Both.
    #[strum(serialize = "&&")]
    And,
    /// At least one.
    #[strum(serialize = "||")]
    Or,
    /// The sum.
    #[strum(serialize = "+")]
    Plus,
    /// The difference.
    #[strum(serialize = "-")]
    Minus,
}

/// A constant in a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
