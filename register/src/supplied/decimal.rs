//! The bounds of amount classes as exact numbers.
//!
//! A type of its own beside the numbers that a row can hold (`Scaled`, with the decimals of its type): a supplied list may have
//! any number of decimals, and two classes meet or leave a gap depending on how many were written.

use std::fmt;

/// The number of decimals that a bound may have.
const MAX_DECIMALS: u32 = 6;

/// The number of digits that a bound may have before the decimals.
const MAX_DIGITS: usize = 15;

/// A decimal number, compared exactly.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decimal {
    /// The value: 21 digits, which fit in 128 bits.
    millionths: i128,
    /// The number of decimals that were written.
    written: u32,
}

impl Decimal {
    /// The number that a text writes; `None` if it is none, or has too many digits.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, text),
        };
        // Without a point, the fraction is that of `.0`, although no decimal was written.
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let written = if digits.contains('.') {
            u32::try_from(decimals.len()).ok()?
        } else {
            0
        };
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
        if !is_digits(whole)
            || !is_digits(decimals)
            || whole.len() > MAX_DIGITS
            || written > MAX_DECIMALS
        {
            return None;
        }
        let fraction: i128 = decimals.parse().ok()?;
        let scale = 10_i128.pow(MAX_DECIMALS - written);
        let whole: i128 = whole.parse().ok()?;
        let millionths = whole * 10_i128.pow(MAX_DECIMALS) + fraction * scale;
        Some(Self {
            millionths: if negative { -millionths } else { millionths },
            written,
        })
    }

    /// Returns whether `next` is the number that follows `self` if numbers have as many decimals as these two: 16 follows 15, and
    /// 1000 follows 999.99.
    pub(super) fn is_next(self, next: Self) -> bool {
        let step = 10_i128.pow(MAX_DECIMALS - self.written.max(next.written));
        next.millionths - self.millionths == step
    }
}

// Not derived: `15` and `15.0` are equal, although they differ in `written`.
impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.millionths == other.millionths
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.millionths.cmp(&other.millionths)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = 10_u128.pow(MAX_DECIMALS);
        let size = self.millionths.unsigned_abs();
        let sign = if self.millionths < 0 { "-" } else { "" };
        write!(f, "{sign}{}", size / scale)?;
        if self.written > 0 {
            let fraction = size % scale / 10_u128.pow(MAX_DECIMALS - self.written);
            let width = self.written as usize;
            write!(f, ".{fraction:0width$}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_is_shown_as_it_was_written() {
        for text in ["0", "15", "-3.50", "1239.47", "999999999999999.999999"] {
            assert_eq!(Decimal::parse(text).expect("a number").to_string(), text);
        }
        for text in [
            "",
            "-",
            ".5",
            "5.",
            "1,5",
            "1e3",
            "+1",
            "1 000",
            "0.1234567",
            "1000000000000000",
        ] {
            assert!(Decimal::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn next_number_differs_by_one_in_the_last_decimal() {
        let next = |a, b| {
            let parse = |text| Decimal::parse(text).expect("a number");
            parse(a).is_next(parse(b))
        };
        assert!(next("15", "16") && next("999.99", "1000") && next("-1", "0"));
        assert!(!next("15", "17") && !next("15.0", "16") && !next("15", "15"));
    }
}
