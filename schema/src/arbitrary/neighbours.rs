//! The neighbours of a value, and numbers in the unit of a column.

use std::borrow::Cow;

use crate::describe::{DECIMALS, Representation, ValueType};
use crate::value::Datum;
pub(super) use crate::value::units_per_whole;

/// Returns the number of decimals that two numbers share, at least [`DECIMALS`]; `None` if a value is not a number.
pub(super) fn common_decimals(values: &[&Datum]) -> Option<u8> {
    values.iter().try_fold(DECIMALS, |most, value| match value {
        Datum::Whole(_) => Some(most),
        Datum::Scaled { decimals, .. } => Some(most.max(*decimals)),
        _ => None,
    })
}

/// Converts a number to units of 10^-`decimals`; `None` if the value is not a number, is too large, or has more decimals.
pub(super) fn to_units(value: &Datum, decimals: u8) -> Option<i64> {
    let (units, own) = match value {
        Datum::Whole(number) => (*number, 0),
        Datum::Scaled { units, decimals } => (*units, *decimals),
        _ => return None,
    };
    if own <= decimals {
        return units.checked_mul(units_per_whole(decimals - own));
    }
    let scale = units_per_whole(own - decimals);
    (units % scale == 0).then_some(units / scale)
}

/// Converts a number to the unit of a column: a whole number, or one with the decimals of the column. Other values stay as
/// they are, and so do numbers that the column cannot hold.
pub(super) fn to_unit_of<'a>(value_type: &ValueType, value: &'a Datum) -> Cow<'a, Datum> {
    let converted = match value_type.representation() {
        Representation::Decimal { decimals, .. } => {
            to_units(value, decimals).map(|units| Datum::Scaled { units, decimals })
        }
        _ => to_units(value, 0).map(Datum::Whole),
    };
    converted.map_or(Cow::Borrowed(value), Cow::Owned)
}

/// Returns the values directly before and after a value, if there are any.
pub(super) fn neighbours(value: &Datum) -> Vec<Datum> {
    match *value {
        Datum::Flag(flag) => vec![Datum::Flag(!flag)],
        Datum::Whole(number) => vec![
            Datum::Whole(number.saturating_sub(1)),
            Datum::Whole(number.saturating_add(1)),
        ],
        // Steps of a whole come first, because a column of whole numbers accepts no others.
        Datum::Scaled { units, decimals } => {
            let whole = units_per_whole(decimals);
            [-whole, whole, -1, 1]
                .map(|step| Datum::Scaled {
                    units: units.saturating_add(step),
                    decimals,
                })
                .into()
        }
        Datum::Period(period) => [period.previous(), period.next()]
            .into_iter()
            .flatten()
            .map(Datum::Period)
            .collect(),
        Datum::Null | Datum::Code(_) | Datum::List(_) => Vec::new(),
    }
}
