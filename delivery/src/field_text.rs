//! The texts of fields, read eight bytes at a time.
//!
//! A loop over the bytes of a field ends after another number of them in each row, which a processor cannot foresee. Most fields have at
//! most eight bytes, and are read as one number of 64 bits.

use std::ops::Range;

const ZEROS: u64 = u64::from_le_bytes([b'0'; 8]);
const POINTS: u64 = u64::from_le_bytes([b'.'; 8]);

/// The words of a flag, as [`Field::packed`] returns them.
const TRUE: u64 = u64::from_le_bytes(*b"true\0\0\0\x04");
const FALSE: u64 = u64::from_le_bytes(*b"false\0\0\x05");

/// A field of a text.
#[derive(Clone, Copy)]
pub(crate) struct Field<'t> {
    text: &'t [u8],
    start: usize,
    end: usize,
}

/// The last eight bytes of a field. If it has fewer, the first ones are of the text before it.
#[derive(Clone, Copy)]
struct Word {
    bytes: u64,
    /// The number of bits that are of the field.
    bits: u32,
}

impl<'t> Field<'t> {
    pub(crate) fn new(text: &'t [u8], range: Range<usize>) -> Self {
        Self {
            text,
            start: range.start,
            end: range.end,
        }
    }

    pub(crate) fn bytes(self) -> &'t [u8] {
        &self.text[self.start..self.end]
    }

    #[inline]
    pub(crate) fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Returns the field as a word; `None` if it is longer, or is in the first eight bytes of the text.
    #[inline]
    fn word(self) -> Option<Word> {
        let length = u32::try_from(self.end - self.start).ok()?;
        let bytes = self.text.get(..self.end)?.last_chunk::<8>()?;
        (length <= 8).then_some(Word {
            bytes: u64::from_le_bytes(*bytes),
            bits: 8 * length,
        })
    }

    /// Returns at most seven bytes as a number, with their number in the last byte; `None` for another field. Two fields are the same if
    /// these numbers are.
    #[inline]
    pub(crate) fn packed(self) -> Option<u64> {
        let Word { bytes, bits } = self.word()?;
        let bytes = bytes.unbounded_shr(u64::BITS - bits);
        (bits < u64::BITS).then_some(bytes | u64::from(bits / 8) << 56)
    }

    /// Reads a whole number of at most eight digits. An empty field is 0. `None` for any other field, which [`digits`] may know.
    #[inline]
    pub(crate) fn whole(self) -> Option<i64> {
        let word = self.word()?;
        let number = eight_digits(word.with_zeros())?;
        (!word.has_leading_zero(word.bits)).then_some(number)
    }

    /// Reads a number with at most so many decimals in units of the last one, as [`units`] does. An empty field is 0. `None` for any other
    /// field, also for a number of more than eight signs.
    #[inline]
    pub(crate) fn scaled(self, decimals: usize) -> Option<i64> {
        let word = self.word()?;
        let text = word.with_zeros();
        let points = zero_bytes(text ^ POINTS);
        let whole_bits;
        let (digits, missing) = if points == 0 {
            whole_bits = word.bits;
            (text, decimals)
        } else {
            // The bits before the point, and those up to it.
            let (before, with_point) = (points.trailing_zeros() - 7, points.trailing_zeros() + 1);
            whole_bits = before.checked_sub(u64::BITS - word.bits)?;
            let decimal_bits = u64::BITS - with_point;
            let missing = decimals.checked_sub(usize::try_from(decimal_bits / 8).ok()?)?;
            if whole_bits == 0 || decimal_bits == 0 {
                return None;
            }
            // Without the point: what is before it moves by one byte.
            let decimals = text & u64::MAX.unbounded_shl(with_point);
            let whole = text & !u64::MAX.unbounded_shl(before);
            (decimals | whole << 8 | u64::from(b'0'), missing)
        };
        let number = eight_digits(digits)?.checked_mul(power_of_ten(missing)?)?;
        (!word.has_leading_zero(whole_bits)).then_some(number)
    }

    /// Reads the words `true` and `false` as 1 and 0. An empty field is 0.
    #[inline]
    pub(crate) fn flag(self) -> Option<i64> {
        let packed = self.packed()?;
        // Added up, since a branch for each word could not be foreseen.
        let is_word = [TRUE, FALSE, 0].map(|word| u8::from(packed == word));
        (is_word.iter().sum::<u8>() == 1).then_some(is_word[0].into())
    }
}

impl Word {
    /// The bytes of the field, after as many zeros as are missing.
    #[inline]
    fn with_zeros(self) -> u64 {
        let of_field = u64::MAX.unbounded_shl(u64::BITS - self.bits);
        (self.bytes & of_field) | (ZEROS & !of_field)
    }

    /// Returns true if the whole number of so many bits, with which the field begins, has a zero before other digits.
    #[inline]
    fn has_leading_zero(self, whole_bits: u32) -> bool {
        let first = self.bytes.unbounded_shr(u64::BITS - self.bits) & 0xff;
        first == u64::from(b'0') && whole_bits > 8
    }
}

/// Reads eight digits, of which the first is in the lowest byte; `None` if one of them is another sign.
#[inline]
fn eight_digits(text: u64) -> Option<i64> {
    const HIGH_BITS: u64 = 0x8080_8080_8080_8080;
    let digits = text ^ ZEROS;
    // The sum of a digit and 118 is below 128.
    let sums = digits.wrapping_add(0x7676_7676_7676_7676);
    if (sums | digits) & HIGH_BITS != 0 {
        return None;
    }
    // Digits to numbers of two digits, of four, and of eight: in each step the first one counts 10, 100 or 10,000 times.
    let pairs = digits.wrapping_mul((10 << 8) + 1) >> 8;
    let fours = (pairs & 0x00ff_00ff_00ff_00ff).wrapping_mul((100 << 16) + 1) >> 16;
    let number = (fours & 0x0000_ffff_0000_ffff).wrapping_mul((10_000 << 32) + 1) >> 32;
    i64::try_from(number).ok()
}

/// Returns the first bit of each byte that is zero.
#[inline]
pub(crate) fn zero_bytes(bytes: u64) -> u64 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    // A byte is 0 if neither its first bit nor the sum of its others with 127 has the first bit.
    !(((bytes & LOW) + LOW) | bytes | LOW)
}

/// Reads at most 18 digits; `None` for any other text, which the reader of the column knows better. A zero before other digits, and a
/// minus sign, are other texts.
#[inline]
pub(crate) fn digits(text: &[u8]) -> Option<i64> {
    if text.is_empty() || text.len() > 18 || (text[0] == b'0' && text.len() > 1) {
        return None;
    }
    let mut number = 0_i64;
    for byte in text {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number * 10 + i64::from(digit);
    }
    Some(number)
}

/// Reads a number with at most so many decimals, in units of the last one: `12.5` is 125,000 with four. `None` for any other text, as
/// [`digits`].
#[inline]
pub(crate) fn units(text: &[u8], decimals: usize) -> Option<i64> {
    // The sign is one of the last places, and there are few of these.
    let last = &text[text.len().saturating_sub(decimals + 1)..];
    let Some(place) = last.iter().position(|byte| *byte == b'.') else {
        return digits(text)?.checked_mul(power_of_ten(decimals)?);
    };
    let fraction = &last[place + 1..];
    let whole = digits(&text[..text.len() - fraction.len() - 1])?;
    if fraction.is_empty() {
        return None;
    }
    let mut number = whole;
    for byte in fraction {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number.checked_mul(10)?.checked_add(digit.into())?;
    }
    number.checked_mul(power_of_ten(decimals - fraction.len())?)
}

#[inline]
fn power_of_ten(exponent: usize) -> Option<i64> {
    const POWERS: [i64; 7] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];
    POWERS.get(exponent).copied()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Field, digits, units};

    #[test]
    fn number_is_read_in_units_of_its_last_decimal() {
        for (text, expected) in [
            ("0", Some(0)),
            ("12", Some(120_000)),
            ("12.5", Some(125_000)),
            ("0.0001", Some(1)),
            ("12.00010", None),
            ("12.", None),
            (".5", None),
            ("007.5", None),
            ("-1", None),
            ("1.2.3", None),
            ("1e3", None),
            ("", None),
            ("99999999999.9999", Some(999_999_999_999_999)),
            ("999999999999999999", None),
        ] {
            assert_eq!(units(text.as_bytes(), 4), expected, "{text}");
        }
        assert_eq!(units(b"12", 0), Some(12));
        assert_eq!(units(b"12.5", 0), None);
        assert_eq!(digits(b"12"), Some(12));
    }

    proptest! {
        #[test]
        fn field_is_read_as_digit_by_digit(before in "[0-9.]{8}", text in "[0-9]{0,5}[.]{0,2}[0-9]{0,5}|[0-9.a-]{0,9}|[\\x00-\u{ff}]{0,4}", decimals in 0_usize..5) {
            let all = format!("{before}{text}").into_bytes();
            let field = Field::new(&all, 8..all.len());
            if field.is_empty() {
                prop_assert_eq!(field.whole(), Some(0));
                prop_assert_eq!(field.scaled(decimals), Some(0));
            } else if field.bytes().len() <= 8 {
                prop_assert_eq!(field.whole(), digits(field.bytes()));
                prop_assert_eq!(field.scaled(decimals), units(field.bytes(), decimals));
            } else {
                prop_assert_eq!(field.whole(), None);
                prop_assert_eq!(field.scaled(decimals), None);
            }
            let is_near_start = Field::new(&all[8..], 0..all.len() - 8);
            prop_assert!(is_near_start.whole().is_none_or(|number| field.whole() == Some(number)));
        }

        #[test]
        fn packed_fields_are_equal_if_the_texts_are(one in "[ab\\x00]{0,9}", other in "[ab\\x00]{0,9}") {
            let all = format!("12345678{one}{other}").into_bytes();
            let end = 8 + one.len();
            let [packed, of_other] = [8..end, end..all.len()].map(|it| Field::new(&all, it).packed());
            prop_assert_eq!(packed.is_some(), one.len() <= 7);
            if packed.is_some() && of_other.is_some() {
                prop_assert_eq!(packed == of_other, one == other);
            }
        }
    }

    #[test]
    fn flag_is_one_of_two_words() {
        for (text, expected) in [
            ("true", Some(1)),
            ("false", Some(0)),
            ("", Some(0)),
            ("True", None),
            ("true\0", None),
            ("falsely", None),
            ("1", None),
        ] {
            let all = format!("        {text}").into_bytes();
            assert_eq!(Field::new(&all, 8..all.len()).flag(), expected, "{text}");
        }
    }
}
