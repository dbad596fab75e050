//! Numbers from text and from doubles, exactly or not at all.

use super::ValueError;
use crate::describe::{DECIMALS_MAX, largest_with_decimals};

/// Returns the number of units in one whole, if a unit is 10^-`decimals`. With more decimals than a number can have, the
/// result is that of [`DECIMALS_MAX`].
pub(crate) const fn units_per_whole(decimals: u8) -> i64 {
    let decimals = if decimals < DECIMALS_MAX {
        decimals
    } else {
        DECIMALS_MAX
    };
    10_i64.pow(decimals as u32)
}

/// Reads a whole number from a text of digits, perhaps with a minus sign before them.
pub(super) fn signed_from_text(text: &str) -> Result<i64, ValueError> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = is_number.then(|| text.parse().ok()).flatten();
    number.ok_or(ValueError::Form {
        expected: "`-42`, digits only",
    })
}

/// Reads a whole number from a text of digits only: no sign, no space, no point.
pub(super) fn whole_from_text(text: &str) -> Result<i64, ValueError> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = is_number.then(|| text.parse().ok()).flatten();
    number.ok_or(ValueError::Form {
        expected: "`42`, digits only",
    })
}

/// Reads a number with at most so many decimals from a text, in units of 10^-`decimals`. No double is involved. `min` and
/// `max` are the bounds, in whole units, of which the caller checks all but the digits that 64 bits can hold.
pub(super) fn units_from_text(
    text: &str,
    decimals: u8,
    min: i64,
    max: i64,
) -> Result<i64, ValueError> {
    const FORM: ValueError = ValueError::Form { expected: "`38.5`" };
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    // The sign is taken off first and put back at the end: `-0.5` has no sign in its whole part `0`.
    let unsigned = whole.strip_prefix('-').unwrap_or(whole);
    let is_number =
        |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(unsigned) || (text.contains('.') && !is_number(fraction)) {
        return Err(FORM);
    }
    // `38.50000` has one decimal, not five.
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > usize::from(decimals) {
        return Err(ValueError::Decimals { kept: decimals });
    }
    // The digits of the number in its units: the point is left out, and zeros fill the missing decimals.
    let digits = format!(
        "{unsigned}{fraction:0<width$}",
        width = usize::from(decimals)
    );
    // Too many digits for 64 bits are far beyond the bounds of every type.
    let number: i64 = digits
        .parse()
        .map_err(|_| ValueError::OutOfBounds { min, max })?;
    Ok(if whole.starts_with('-') {
        -number
    } else {
        number
    })
}

/// Writes a number of units of 10^-`decimals` with all its decimals.
pub(super) fn text_of_units(units: i64, decimals: u8) -> String {
    let (sign, units) = (if units < 0 { "-" } else { "" }, units.unsigned_abs());
    if decimals == 0 {
        return format!("{sign}{units}");
    }
    let scale = units_per_whole(decimals).unsigned_abs();
    format!(
        "{sign}{}.{:0width$}",
        units / scale,
        units % scale,
        width = usize::from(decimals)
    )
}

/// Returns the double that is nearest to a number of units of 10^-`decimals`, in whole units.
#[inline]
pub(super) fn double_of_units(units: i64, decimals: u8) -> f64 {
    // A number has at most fifteen digits, so both conversions are exact and only the division rounds.
    #[expect(clippy::cast_precision_loss, reason = "both are below 2^53")]
    let (units, scale) = (units as f64, units_per_whole(decimals) as f64);
    units / scale
}

/// Converts a double into the number with at most so many decimals whose nearest double it is, in units of 10^-`decimals`.
///
/// A number of at most fifteen digits has a nearest double of its own. So the double is such a number exactly if the nearest
/// unit, converted back, is the same double.
pub(crate) fn units_of_double(
    number: f64,
    decimals: u8,
    min: i64,
    max: i64,
) -> Result<i64, ValueError> {
    #[expect(clippy::cast_precision_loss, reason = "both are below 2^53")]
    let (max_magnitude, scale) = (
        largest_with_decimals(decimals) as f64,
        units_per_whole(decimals) as f64,
    );
    // Before the multiplication, whose result is only then below 2^53. The bounds of the type itself are checked by
    // the caller.
    if number.is_nan() || number.abs() > max_magnitude {
        return Err(ValueError::OutOfBounds { min, max });
    }
    let scaled = (number * scale).round();
    #[expect(
        clippy::float_cmp,
        reason = "the question is whether it is this very double"
    )]
    if scaled / scale != number {
        return Err(ValueError::Decimals { kept: decimals });
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
