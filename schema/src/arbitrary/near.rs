//! Values next to others, and numbers in the units of a column.

use std::borrow::Cow;

use crate::describe::{DECIMALS, ValueType};
use crate::value::{Datum, Year, YearMonth, YearQuarter};

/// What a number with decimals counts in, for a whole number.
pub(super) const SCALE: i64 = 10_i64.pow(DECIMALS as u32);

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
    let has_decimals = matches!(value_type, ValueType::Number { decimals: 1.., .. });
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
        Datum::Year(year) => [-1, 1]
            .into_iter()
            .filter_map(|step| Year::try_new(i64::from(year.get()) + step).ok())
            .map(Datum::Year)
            .collect(),
        Datum::YearQuarter(quarter) => [-1, 1]
            .into_iter()
            .filter_map(|step| {
                let (year, place) = moved(quarter.year(), quarter.quarter(), 4, step);
                YearQuarter::try_new(year, place).ok()
            })
            .map(Datum::YearQuarter)
            .collect(),
        Datum::YearMonth(month) => [-1, 1]
            .into_iter()
            .filter_map(|step| {
                let (year, place) = moved(month.year(), month.month(), 12, step);
                YearMonth::try_new(year, place).ok()
            })
            .map(Datum::YearMonth)
            .collect(),
        Datum::Null | Datum::Code(_) | Datum::List(_) => Vec::new(),
    }
}

/// The part of a year that lies `step` parts later.
fn moved(year: i32, part: u32, parts: i32, step: i32) -> (i32, u32) {
    let number = year * parts + part.cast_signed() - 1 + step;
    let part = number.rem_euclid(parts).cast_unsigned() + 1;
    (number.div_euclid(parts), part)
}
