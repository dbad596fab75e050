//! Columns of whole numbers: counts, serial numbers, years.
//!
//! A float is accepted if it is whole and so small that no other whole number has the same float.

use std::ops::RangeInclusive;

use arrow_array::types::{
    Decimal32Type, Decimal64Type, Decimal128Type, Decimal256Type, Float32Type, Float64Type,
    Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef};
use arrow_buffer::{NullBuffer, i256};
use arrow_schema::DataType;

use super::each::read_primitive;
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
            let of_float = |number| of_float(number, 1 << 24, "float32", &bounds);
            of_float(f64::from(number))
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

pub(super) fn not_finite(expected: &str) -> ValueError {
    ValueError::WrongType {
        expected: expected.to_owned(),
        found: "NaN or infinity; write null where there is no value".into(),
    }
}

/// Reads integers and Arrow decimals, in units of 10^-`kept`; `None` if the array is of another type.
pub(super) fn read_exact_numbers(
    array: &ArrayRef,
    nulls: Option<&NullBuffer>,
    kept: u8,
    of_units: impl Fn(i64) -> Result<i64, ValueError>,
) -> Option<Result<Vec<i64>, ColumnErrorKind>> {
    /// Reads numbers of up to 64 bits. A number that 64 bits cannot hold becomes the largest one.
    macro_rules! integers {
        ($type:ty) => {
            if kept == 0 {
                read_primitive::<$type, _>(array, nulls, |number| {
                    of_units(i64::try_from(number).unwrap_or(i64::MAX))
                })
            } else {
                decimals!($type, 0)
            }
        };
    }
    /// Reads numbers with decimals. They are computed in 256 bits, which hold every decimal type.
    macro_rules! decimals {
        ($type:ty, $scale:expr) => {
            read_primitive::<$type, _>(array, nulls, |number| {
                let number = i256::from_i128(i128::from(number));
                rescale(number, $scale, kept).and_then(&of_units)
            })
        };
    }
    match *array.data_type() {
        DataType::Int8 => integers!(Int8Type),
        DataType::Int16 => integers!(Int16Type),
        DataType::Int32 => integers!(Int32Type),
        DataType::Int64 => integers!(Int64Type),
        DataType::UInt8 => integers!(UInt8Type),
        DataType::UInt16 => integers!(UInt16Type),
        DataType::UInt32 => integers!(UInt32Type),
        DataType::UInt64 => integers!(UInt64Type),
        DataType::Decimal32(_, scale) => decimals!(Decimal32Type, scale),
        DataType::Decimal64(_, scale) => decimals!(Decimal64Type, scale),
        DataType::Decimal128(_, scale) => decimals!(Decimal128Type, scale),
        DataType::Decimal256(_, scale) => {
            read_primitive::<Decimal256Type, _>(array, nulls, |number| {
                rescale(number, scale, kept).and_then(&of_units)
            })
        }
        _ => None,
    }
}

/// Converts `number` * 10^-`scale` to units of 10^-`kept`.
///
/// A result that 64 bits cannot hold becomes the largest or smallest number that they can, which is outside the bounds of
/// every column.
///
/// # Errors
/// If the number has more decimals.
fn rescale(number: i256, scale: i8, kept: u8) -> Result<i64, ValueError> {
    let shift = i32::from(kept) - i32::from(scale);
    let ten = i256::from_i128(10);
    // The scale of a file may be -128 to 127, and 256 bits hold 10^76 at most.
    let factor = ten.checked_pow(shift.unsigned_abs());
    // Zero has no decimals, also if the factor does not fit.
    let rescaled = if number == i256::ZERO {
        Some(number)
    } else if shift >= 0 {
        factor.and_then(|factor| number.checked_mul(factor))
    } else {
        match factor.map(|factor| (number.wrapping_rem(factor), number.wrapping_div(factor))) {
            Some((i256::ZERO, number)) => Some(number),
            _ => return Err(ValueError::Decimals { kept }),
        }
    };
    let out_of_bounds = if number.is_negative() {
        i64::MIN
    } else {
        i64::MAX
    };
    let rescaled = rescaled.and_then(i256::to_i128);
    Ok(rescaled
        .and_then(|number| i64::try_from(number).ok())
        .unwrap_or(out_of_bounds))
}
