//! Numbers from text and from doubles, exactly or not at all.

use super::ValueError;
use crate::describe::{DECIMALS, SCALED_MAX};

/// The number of units in one whole: a [`Scaled`](super::Scaled) counts ten-thousandths.
pub(crate) const SCALE: i64 = 10_i64.pow(DECIMALS as u32);

/// [`SCALE`] as a double.
pub(super) const SCALE_F64: f64 = 10_000.0;

/// Reads a whole number from a text of digits only: no sign, no space, no point.
pub(super) fn whole_from_text(text: &str) -> Result<i64, ValueError> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = is_number.then(|| text.parse().ok()).flatten();
    number.ok_or(ValueError::Form {
        expected: "`42`, digits only",
    })
}

/// Converts a double into ten-thousandths of the number with at most four decimals whose nearest double it is.
///
/// A number of at most fifteen digits has a nearest double of its own. So the double is such a number exactly if the nearest
/// ten-thousandth, converted back, is the same double.
pub(crate) fn ten_thousandths(number: f64, min: i64, max: i64) -> Result<i64, ValueError> {
    #[expect(clippy::cast_precision_loss, reason = "it is below 2^53")]
    let max_magnitude = SCALED_MAX as f64;
    // Before the multiplication, whose result is only then below 2^53. The bounds of the type itself are checked by
    // the caller.
    if number.is_nan() || number.abs() > max_magnitude {
        return Err(ValueError::OutOfBounds { min, max });
    }
    let scaled = (number * SCALE_F64).round();
    #[expect(
        clippy::float_cmp,
        reason = "the question is whether it is this very double"
    )]
    if scaled / SCALE_F64 != number {
        return Err(ValueError::Decimals { kept: DECIMALS });
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a whole number within 2^53"
    )]
    Ok(scaled as i64)
}

/// Converts a double that is a whole number.
pub(crate) fn whole(number: f64) -> Option<i64> {
    // 2^53: up to this number every whole number is a double, beyond it some were rounded.
    if number.fract() != 0.0 || number.abs() > 9_007_199_254_740_992.0 {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a whole number within 2^53"
    )]
    Some(number as i64)
}
