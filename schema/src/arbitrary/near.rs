//! Values next to others, and numbers in the units of a column.

use std::borrow::Cow;

use crate::describe::{Representation, ValueType};
use crate::value::Datum;
pub(super) use crate::value::SCALE;

/// A number in ten-thousandths.
pub(super) fn number(value: &Datum) -> Option<i64> {
    match value {
        Datum::Whole(number) => number.checked_mul(SCALE),
        Datum::Scaled(number) => Some(*number),
        _ => None,
    }
}

/// A number as a column holds it; anything else as it is.
pub(super) fn in_units_of<'a>(value_type: &ValueType, value: &'a Datum) -> Cow<'a, Datum> {
    let has_decimals = matches!(value_type.representation(), Representation::Decimal { .. });
    match value {
        Datum::Whole(whole) if has_decimals => whole
            .checked_mul(SCALE)
            .map_or(Cow::Borrowed(value), |number| {
                Cow::Owned(Datum::Scaled(number))
            }),
        Datum::Scaled(number) if !has_decimals && number % SCALE == 0 => {
            Cow::Owned(Datum::Whole(number / SCALE))
        }
        _ => Cow::Borrowed(value),
    }
}

/// The values before and after one, where there are any.
pub(super) fn next_to(value: &Datum) -> Vec<Datum> {
    match value {
        Datum::Flag(flag) => vec![Datum::Flag(!flag)],
        Datum::Whole(number) => vec![
            Datum::Whole(number.saturating_sub(1)),
            Datum::Whole(number.saturating_add(1)),
        ],
        // Whole steps first: the column may hold no other.
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
