//! Yes or no as a value of a row: `bool`.

use super::markers::{Flag, form, grain};
use super::{Datum, Scalar, ValueError, stored};
use crate::describe::ValueType;

/// The stored forms of a flag that every reader accepts, besides a Boolean value, for messages.
pub(crate) const FLAG_FORMS: &str = "true, false, 1 or 0";

/// Returns the flag that a number is written for: 1 or 0.
pub(crate) fn flag_of_number(number: i64) -> Option<bool> {
    match number {
        0 => Some(false),
        1 => Some(true),
        _ => None,
    }
}

/// Returns the flag that a text is written for: `true`, `false`, `1` or `0`.
pub(crate) fn flag_of_text(text: &str) -> Option<bool> {
    match text {
        "0" | "false" => Some(false),
        "1" | "true" => Some(true),
        _ => None,
    }
}

impl Scalar for bool {
    const TYPE: ValueType = ValueType::Flag {};
    type Kind = Flag;
    type Grain = grain::Undated;
    type Form = form::Plain;
    type Stored = stored::form::Bit;

    fn datum(&self) -> Datum {
        Datum::Flag(*self)
    }

    fn from_datum(datum: Datum) -> Result<Self, ValueError> {
        match datum {
            Datum::Flag(flag) => Ok(flag),
            other => Err(ValueError::wrong_type(&<Self as Scalar>::TYPE, &other)),
        }
    }
}
