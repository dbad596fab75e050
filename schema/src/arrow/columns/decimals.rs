//! Columns of numbers with decimals: amounts, percentages, hours.
//!
//! A `float64` is accepted if it is the float nearest to a number with the decimals of the column. A `float32` holds about
//! seven digits, so that it is a wrong type.

use std::ops::RangeInclusive;

use arrow_array::types::Float64Type;
use arrow_array::{Array, ArrayRef};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;

use super::each::read_primitive;
use super::exact_numbers::{not_finite, read_exact_numbers};
use crate::value::column::ColumnErrorKind;
use crate::value::{ValueError, units_of_double, units_per_whole};

/// Reads numbers in units of 10^-`decimals`; `None` if the array is of a type that is not accepted. The bounds are in whole
/// units.
pub(super) fn read_decimals(
    array: &ArrayRef,
    nulls: Option<&NullBuffer>,
    bounds: RangeInclusive<i64>,
    decimals: u8,
) -> Option<Result<Vec<i64>, ColumnErrorKind>> {
    let (min, max) = bounds.into_inner();
    let unit = units_per_whole(decimals);
    let units = min.saturating_mul(unit)..=max.saturating_mul(unit);
    let within = |number| {
        if units.contains(&number) {
            Ok(number)
        } else {
            Err(ValueError::OutOfBounds { min, max })
        }
    };
    match array.data_type() {
        DataType::Float64 => read_primitive::<Float64Type, _>(array, nulls, |number| {
            if !number.is_finite() {
                return Err(not_finite("a number"));
            }
            units_of_double(number, decimals, min, max).and_then(within)
        }),
        _ => read_exact_numbers(array, nulls, decimals, within),
    }
}
