//! The neighbours of a value, and numbers in the unit of a column.

use std::borrow::Cow;

use crate::describe::{Representation, ValueType};
use crate::value::Datum;
pub(super) use crate::value::SCALE;

/// Converts a number to ten-thousandths; `None` if the value is not a number, or too large.
pub(super) fn to_ten_thousandths(value: &Datum) -> Option<i64> {
    match value {
        Datum::Whole(number) => number.checked_mul(SCALE),
        Datum::Scaled(number) => Some(*number),
        _ => None,
    }
}

/// Converts a number to the unit of a column: whole numbers, or ten-thousandths. Other values stay as they are, and so do
/// numbers that the column cannot hold.
pub(super) fn to_unit_of<'a>(value_type: &ValueType, value: &'a Datum) -> Cow<'a, Datum> {
    let has_decimals = matches!(value_type.representation(), Representation::Decimal { .. });
    match value {
        Datum::Whole(whole) if has_decimals => whole
            .checked_mul(SCALE)
            .map_or(Cow::Borrowed(value), |number| {
                Cow::Owned(Datum::Scaled(number))
            }),
        // A number with decimals stays as it is, and the column then rejects it.
        Datum::Scaled(number) if !has_decimals && number % SCALE == 0 => {
            Cow::Owned(Datum::Whole(number / SCALE))
        }
        _ => Cow::Borrowed(value),
    }
}

/// Returns the values directly before and after a value, if there are any.
pub(super) fn neighbours(value: &Datum) -> Vec<Datum> {
    match value {
        Datum::Flag(flag) => vec![Datum::Flag(!flag)],
        Datum::Whole(number) => vec![
            Datum::Whole(number.saturating_sub(1)),
            Datum::Whole(number.saturating_add(1)),
        ],
        // Steps of 1 come first, because a column of whole numbers accepts no others.
        Datum::Scaled(number) => [-SCALE, SCALE, -1, 1]
            .map(|step| Datum::Scaled(number.saturating_add(step)))
            .into(),
        Datum::Period(period) => [period.previous(), period.next()]
            .into_iter()
            .flatten()
            .map(Datum::Period)
            .collect(),
        Datum::Null | Datum::Code(_) | Datum::List(_) => Vec::new(),
    }
}
