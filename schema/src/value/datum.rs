//! A value of any type, as data.

use super::{CodeText, ValueError};
use crate::describe::{CalendarPeriod, Text, ValueType};

/// A value of any value type, as data: what rules compute with, and what readers hand to a row type.
///
/// It has one variant for each way to represent a value, not one for each kind of value.
///
/// ```
/// use beraad_schema::{CodeText, Datum, Scalar, Year};
///
/// assert_eq!(Year::from_datum(Datum::Whole(2010)), Ok(Year::new(2010)));
/// let code = Datum::Code(CodeText::new("01"));
/// assert_eq!(Year::from_datum(code).unwrap_err().to_string(), "expected year, found a code");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Datum {
    /// No value.
    Null,
    /// True or false.
    Flag(bool),
    /// A whole number, a serial number, or an amount in a currency without decimals. A row type also accepts a year in this
    /// form.
    Whole(i64),
    /// A number with decimals. A column accepts it with its own number of decimals only.
    Scaled {
        /// The number in units of 10^-`decimals`: with four decimals, 38.5 is 385,000.
        units: i64,
        /// The number of decimals of the type.
        decimals: u8,
    },
    /// A month, a quarter or a year.
    Period(CalendarPeriod),
    /// The stored text of a code or a class of amounts.
    Code(CodeText),
    /// Several values.
    List(Vec<Self>),
}

impl Datum {
    /// Names the kind of the value in a message; never the value, which may be about a person.
    fn kind_in_words(&self) -> Text {
        match self {
            Self::Null => "no value".into(),
            Self::Flag(_) => "true or false".into(),
            Self::Whole(_) => "a whole number".into(),
            Self::Scaled { .. } => "a number".into(),
            Self::Period(period) => format!("a {}", period.grain()).into(),
            Self::Code(_) => "a code".into(),
            Self::List(_) => "a list".into(),
        }
    }
}

impl ValueError {
    pub(crate) fn wrong_type(expected: &ValueType, found: &Datum) -> Self {
        Self::WrongType {
            expected: expected.kind().name().to_owned(),
            found: found.kind_in_words(),
        }
    }
}
