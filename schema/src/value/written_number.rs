//! Numbers as texts write them, exactly: no double is involved.
//!
//! A field of a CSV file, a number of a JSON text and a folder such as `rate=0.5` are read in the same way. `12`, `+12`, `12.`,
//! `012`, `.5` and `1.2e3` are numbers. `1,5`, `1_000`, `0x11`, `NaN` and a number with a space before it are not.

use super::ValueError;

/// A number: its digits, times ten to the power of its exponent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WrittenNumber {
    is_negative: bool,
    /// Without zeros after them; `None` if 64 bits cannot hold them, and 0 for zero.
    digits: Option<i64>,
    exponent: i64,
}

impl WrittenNumber {
    /// Reads a number; `None` if the text is not one.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.find(['e', 'E']) {
            Some(place) => (&text[..place], power_of_ten(&text[place + 1..])?),
            None => (text, 0),
        };
        let unsigned = mantissa.strip_prefix(['+', '-']).unwrap_or(mantissa);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if (whole.is_empty() && fraction.is_empty()) || !are_digits(whole) || !are_digits(fraction)
        {
            return None;
        }
        // Zeros wait until a digit follows: those at the end belong to the exponent.
        let (mut digits, mut zeros) = (Some(0_i64), 0_u32);
        for byte in whole.bytes().chain(fraction.bytes()) {
            let digit = i64::from(byte - b'0');
            if digit == 0 {
                zeros = zeros.saturating_add(1);
                continue;
            }
            digits = match digits {
                Some(0) => Some(digit),
                digits => digits.and_then(|digits| {
                    let scale = 10_i64.checked_pow(zeros.checked_add(1)?)?;
                    digits.checked_mul(scale)?.checked_add(digit)
                }),
            };
            zeros = 0;
        }
        // No text is so long that its length does not fit.
        let decimals = i64::try_from(fraction.len()).unwrap_or(i64::MAX);
        Some(Self {
            is_negative: mantissa.starts_with('-'),
            digits,
            exponent: exponent
                .saturating_add(zeros.into())
                .saturating_sub(decimals),
        })
    }

    /// Returns the number in units of 10^-`decimals`. A number that 64 bits cannot hold becomes the largest or smallest one that
    /// they can, which is outside the bounds of every type.
    ///
    /// # Errors
    /// [`ValueError::Decimals`] if the number has more decimals.
    pub(crate) fn to_units(self, decimals: u8) -> Result<i64, ValueError> {
        if self.digits == Some(0) {
            return Ok(0);
        }
        let shift = self.exponent.saturating_add(i64::from(decimals));
        if shift < 0 {
            return Err(ValueError::Decimals { kept: decimals });
        }
        let scale = u32::try_from(shift)
            .ok()
            .and_then(|shift| 10_i64.checked_pow(shift));
        let units = self.digits.zip(scale);
        let units = units.and_then(|(digits, scale)| digits.checked_mul(scale));
        Ok(match (units, self.is_negative) {
            (Some(units), false) => units,
            (Some(units), true) => -units,
            (None, false) => i64::MAX,
            (None, true) => i64::MIN,
        })
    }

    /// Returns the number if it is whole, as [`to_units`](Self::to_units).
    pub(crate) fn to_whole(self) -> Option<i64> {
        self.to_units(0).ok()
    }

    /// Returns the number of decimals.
    #[cfg(any(feature = "ipc", feature = "parquet"))]
    pub(crate) fn decimals(self) -> u64 {
        if self.digits == Some(0) || self.exponent > 0 {
            return 0;
        }
        self.exponent.unsigned_abs()
    }
}

/// Reads the power of ten of a number; one that 64 bits cannot hold becomes the largest or smallest one that they can.
fn power_of_ten(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = digits.parse::<i64>().unwrap_or(i64::MAX);
    Some(if text.starts_with('-') {
        -number
    } else {
        number
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(text: &str, decimals: u8) -> Option<Result<i64, ValueError>> {
        WrittenNumber::parse(text).map(|number| number.to_units(decimals))
    }

    #[test]
    fn number_is_read_exactly() {
        for (text, decimals, expected) in [
            ("12", 0, 12),
            ("+12", 0, 12),
            ("-12", 0, -12),
            ("012", 0, 12),
            ("12.", 0, 12),
            ("12.000000000000000000000000", 0, 12),
            ("12.5", 4, 125_000),
            (".5", 1, 5),
            ("-.5", 1, -5),
            ("1e3", 0, 1_000),
            ("1.2E+3", 0, 1_200),
            ("1500e-2", 0, 15),
            ("0", 4, 0),
            ("-0.0", 4, 0),
            ("0e99999999999999999999", 0, 0),
            ("9007199254740993.0", 0, 9_007_199_254_740_993),
            ("9223372036854775807", 0, i64::MAX),
            ("99999999999999999999", 0, i64::MAX),
            ("-99999999999999999999", 0, i64::MIN),
            ("1e400", 4, i64::MAX),
            ("1e99999999999999999999", 4, i64::MAX),
        ] {
            assert_eq!(units(text, decimals), Some(Ok(expected)), "{text}");
        }
    }

    #[test]
    fn more_decimals_are_an_error_however_many_they_are() {
        for text in [
            "12.34567",
            "1.00000000000000000001",
            "0.9999999999999999999",
            "1e-400",
            "1e-99999999999999999999",
            "-1e-9223372036854775807",
        ] {
            let error = ValueError::Decimals { kept: 4 };
            assert_eq!(units(text, 4), Some(Err(error)), "{text}");
        }
    }

    #[test]
    fn other_text_is_not_a_number() {
        for text in [
            "", ".", "+", "-", "e3", "1e", "1e+", "1e3.0", "--1", "+-1", "1,5", "1_000", "0x11",
            " 1", "1 ", "NaN", "inf", "-inf", "١٢", "12L", "1.2.3", "1e3e3", "12%", "true",
        ] {
            assert_eq!(units(text, 4), None, "{text}");
        }
    }
}
