//! Columns of whole numbers: counts, serial numbers, years.
//!
//! A float is accepted if it is whole and so small that no other whole number has the same float.

use std::ops::RangeInclusive;

use arrow_array::types::{Float32Type, Float64Type};
use arrow_array::{Array, ArrayRef};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;

use super::each::read_primitive;
use super::exact_numbers::{not_finite, read_exact_numbers};
use crate::value::ValueError;
use crate::value::column::ColumnErrorKind;

/// Reads whole numbers within bounds; `None` if the array is of a type that is not accepted.
pub(super) fn read_whole_numbers(
    array: &ArrayRef,
    nulls: Option<&NullBuffer>,
    bounds: RangeInclusive<i64>,
) -> Option<Result<Vec<i64>, ColumnErrorKind>> {
    // Whole numbers from 2^24 and 2^53 on share their floats with others.
    match array.data_type() {
        DataType::Float32 => read_primitive::<Float32Type, _>(array, nulls, |number| {
            of_float(f64::from(number), 1 << 24, "float32", &bounds)
        }),
        DataType::Float64 => read_primitive::<Float64Type, _>(array, nulls, |number| {
            of_float(number, 1 << 53, "float64", &bounds)
        }),
        _ => read_exact_numbers(array, nulls, 0, |number| within(number, &bounds)),
    }
}

/// Returns a number, if it is within the bounds.
fn within(number: i64, bounds: &RangeInclusive<i64>) -> Result<i64, ValueError> {
    if bounds.contains(&number) {
        return Ok(number);
    }
    Err(ValueError::OutOfBounds {
        min: *bounds.start(),
        max: *bounds.end(),
    })
}

/// Returns the whole number that a float is written for.
fn of_float(
    number: f64,
    limit: i64,
    float: &'static str,
    bounds: &RangeInclusive<i64>,
) -> Result<i64, ValueError> {
    if !number.is_finite() {
        return Err(not_finite("a whole number"));
    }
    if number.fract() != 0.0 {
        return Err(ValueError::Decimals { kept: 0 });
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a float outside 64 bits becomes the nearest number of 64 bits, which is outside the bounds"
    )]
    let number = within(number as i64, bounds)?;
    if number.abs() >= limit {
        return Err(ValueError::Rounded { float, limit });
    }
    Ok(number)
}
