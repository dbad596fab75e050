//! Columns of integers and of Arrow decimals, which store every number exactly.

use arrow_array::types::{
    Decimal32Type, Decimal64Type, Decimal128Type, Decimal256Type, Int8Type, Int16Type, Int32Type,
    Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef};
use arrow_buffer::{NullBuffer, i256};
use arrow_schema::DataType;

use super::each::read_primitive;
use crate::value::ValueError;
use crate::value::column::ColumnErrorKind;

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
    /// Reads numbers with decimals. They are computed in 256 bits, which hold every decimal type, unless the file has the same
    /// scale.
    macro_rules! decimals {
        ($type:ty, $scale:expr) => {{
            let scale: i8 = $scale;
            let has_scale = i16::from(scale) == i16::from(kept);
            read_primitive::<$type, _>(array, nulls, |number| match i64::try_from(number) {
                Ok(units) if has_scale => of_units(units),
                _ => {
                    let number = i256::from_i128(i128::from(number));
                    rescale(number, scale, kept).and_then(&of_units)
                }
            })
        }};
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

/// The error of a float that is NaN or infinity.
pub(super) fn not_finite(expected: &str) -> ValueError {
    ValueError::WrongType {
        expected: expected.to_owned(),
        found: "NaN or infinity; write null where there is no value: in pandas \
                `x.where(numpy.isfinite(x)).convert_dtypes()`, in R `x[!is.finite(x)] <- NA`"
            .into(),
    }
}
