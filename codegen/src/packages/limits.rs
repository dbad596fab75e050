//! The limits of numbers, and the texts that a script reads as a value.

use beraad_schema::describe::{Column, Grain, Representation, ValueType};

use super::flags::flag_texts;
use crate::message;
use crate::messages::Messages;

/// The limits of a number: a value outside them is not one of its type, whether the limit is documented by a source or is that of
/// the kind of value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limits {
    pub(crate) min: i64,
    pub(crate) max: i64,
    /// The number of decimals; 0 for a whole number.
    pub(crate) decimals: u8,
}

/// The way in which a script reads the texts of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReadAs<'a> {
    /// A number, or a year, within limits.
    Number(Limits),
    Period(Grain),
    Flag,
    /// A code of the list with this id, which stays a text.
    Code(&'a str),
    /// A list of values, which stays the text that the file has.
    List,
}

/// Returns the way in which a script reads the values of a type.
pub(crate) fn read_as(value_type: &ValueType) -> ReadAs<'_> {
    match value_type.representation() {
        Representation::Whole { min, max, .. } => ReadAs::Number(Limits {
            min,
            max,
            decimals: 0,
        }),
        Representation::Decimal { min, max, decimals } => {
            ReadAs::Number(Limits { min, max, decimals })
        }
        Representation::Period(grain) => ReadAs::Period(grain),
        Representation::Flag => ReadAs::Flag,
        Representation::Code { list } => ReadAs::Code(list),
        Representation::List { .. } => ReadAs::List,
    }
}

/// Returns the limits of a number or of a year; `None` for other types, and for a list.
pub(crate) fn limits(value_type: &ValueType) -> Option<Limits> {
    match read_as(value_type) {
        ReadAs::Number(limits) => Some(limits),
        ReadAs::Period(_) | ReadAs::Flag | ReadAs::Code(_) | ReadAs::List => None,
    }
}

impl Limits {
    /// Returns the regular expression of a whole text that is a number with at most so many decimals. It does not check the bounds.
    pub(crate) fn pattern(self) -> String {
        match self.decimals {
            0 => "-?[0-9]+".to_owned(),
            decimals => format!("-?[0-9]+([.][0-9]{{1,{decimals}}})?"),
        }
    }
}

/// Returns the regular expression of the texts of a period; a year has four digits, of which the first is not zero.
pub(crate) const fn period_pattern(grain: Grain) -> &'static str {
    match grain {
        Grain::Day => "[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}",
        Grain::Month => "[1-9][0-9]{3}-[0-9]{2}",
        Grain::Quarter => "[1-9][0-9]{3}-Q[1-4]",
        Grain::Year => "[1-9][0-9]{3}",
    }
}

/// Returns the message for the rows of a column whose text is not a value of its type; the number of rows follows it. `longest` is
/// the number of bytes that a text may have.
pub(crate) fn not_converted(messages: &Messages, column: &Column<'_>, longest: usize) -> String {
    let value_type = column.value_type();
    let of_period = |grain: Grain| {
        let example = grain.text_form().example;
        messages.with(message!("script-expected-period"), &[("example", example)])
    };
    let expected = match (read_as(value_type), value_type.grain()) {
        (ReadAs::Number(_), Some(grain)) | (ReadAs::Period(grain), _) => of_period(grain),
        (ReadAs::Number(Limits { min, max, decimals }), None) => {
            let (min, max, decimals) = (min.to_string(), max.to_string(), decimals.to_string());
            let [min, max] = [("min", &*min), ("max", &*max)];
            if decimals == "0" {
                messages.with(message!("script-expected-whole"), &[min, max])
            } else {
                let values = [min, max, ("decimals", &*decimals)];
                messages.with(message!("script-expected-decimal"), &values)
            }
        }
        (ReadAs::Flag, _) => {
            let [no, yes] = flag_texts();
            let texts = [yes, no].concat().join(", ");
            messages.with(message!("script-expected-flag"), &[("texts", &texts)])
        }
        (ReadAs::Code(_) | ReadAs::List, _) => {
            let longest = longest.to_string();
            messages.with(message!("script-expected-text"), &[("max", &longest)])
        }
    };
    let values = [("column", &*column.name), ("expected", &expected)];
    messages.with(message!("script-not-converted"), &values)
}

#[cfg(test)]
mod tests {
    use beraad_schema::describe::{Quantity, WHOLE_MAX};

    use super::*;

    #[test]
    fn limits_are_those_of_the_type() {
        let number = |min, max, decimals| ValueType::Number {
            quantity: Quantity::Days.into(),
            min,
            max,
            decimals,
        };
        let of = |value_type: &ValueType| {
            limits(value_type).map(|it| (it.min, it.max, it.decimals, it.pattern()))
        };
        let person = ValueType::SerialNumber {
            of: "person".into(),
        };
        let whole = "-?[0-9]+".to_owned();
        assert_eq!(of(&person), Some((1, WHOLE_MAX, 0, whole.clone())));
        assert_eq!(of(&number(-3, 31, 0)), Some((-3, 31, 0, whole)));
        let decimal = "-?[0-9]+([.][0-9]{1,4})?".to_owned();
        assert_eq!(of(&number(0, 100, 4)), Some((0, 100, 4, decimal)));
        assert_eq!(of(&ValueType::YearMonth {}), None);
    }
}
