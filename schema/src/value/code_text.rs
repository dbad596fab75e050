//! The text of a code.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use super::ValueError;
use super::long_codes;
use crate::describe::{CodeEntry, CodeTextError};

/// The text of a code: at most [`MAX_LEN`](Self::MAX_LEN) printable ASCII characters, without a space before or after them.
///
/// The value takes eight bytes and is copied as a number. A text of at most eight characters is stored in place. A longer text
/// is stored once for the whole program, and the value says which one it is: a row of the same size holds both. The program
/// keeps each longer text until it ends, and at most [`MAX_LONG_CODES`](Self::MAX_LONG_CODES) different ones.
///
/// ```
/// use beraad_schema::CodeText;
///
/// assert_eq!(CodeText::new("01").as_str(), "01", "a text, so that the zero stays");
/// assert_eq!(CodeText::new("73282932000074").as_str(), "73282932000074");
/// assert_eq!(size_of::<CodeText>(), 8);
/// assert!(CodeText::try_new("01 ").is_err());
/// ```
// Either the bytes of the text, and behind them 0, which is not a printable character; or `LONG`, the number of a long code
// in four bytes, and 0. Two equal texts have equal bytes, since each long code has one number.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct CodeText([u8; Self::IN_PLACE]);

/// The first byte of a text that is not stored in place: not an ASCII character.
const LONG: u8 = 0xff;

impl CodeText {
    /// The largest length of a code in bytes.
    pub const MAX_LEN: usize = CodeEntry::MAX_CODE_BYTES;

    /// The number of different codes of more than eight bytes that a program can hold. More of them are an error: a column
    /// has at most 65,536 different codes, so a column with more texts is not one of codes.
    pub const MAX_LONG_CODES: usize = long_codes::MAX;

    /// The largest length of a text that is stored in place.
    const IN_PLACE: usize = 8;

    /// Creates the code with this text.
    ///
    /// # Panics
    /// If it is not at most 32 printable ASCII characters without a space before or after them.
    #[must_use]
    #[track_caller]
    pub fn new(text: &str) -> Self {
        match Self::try_new(text) {
            Ok(code) => code,
            Err(error) => panic!("not a code: {error}"),
        }
    }

    /// Creates the code with this text.
    ///
    /// # Errors
    /// [`ValueError::CodeTooLong`] above [`MAX_LEN`](Self::MAX_LEN) bytes, [`ValueError::Form`] if a character is not printable
    /// ASCII, [`ValueError::SurroundingSpace`] if the text begins or ends with a space, [`ValueError::TooManyLongCodes`] if the
    /// program holds too many long codes.
    pub fn try_new(text: &str) -> Result<Self, ValueError> {
        if let Some(error) = CodeTextError::of(text) {
            return Err(ValueError::invalid_code(error, text));
        }
        let mut code = [0; Self::IN_PLACE];
        if let Some(in_place) = code.get_mut(..text.len()) {
            in_place.copy_from_slice(text.as_bytes());
        } else {
            let number = long_codes::number_of(text).ok_or(ValueError::TooManyLongCodes {
                max: Self::MAX_LONG_CODES,
            })?;
            code[0] = LONG;
            code[1..5].copy_from_slice(&number.to_le_bytes());
        }
        Ok(Self(code))
    }

    /// The text as one number; two texts have two numbers.
    #[cfg(feature = "arrow")]
    #[inline]
    pub(crate) fn word(self) -> u64 {
        u64::from_le_bytes(self.0)
    }

    /// Returns the text, which may be empty.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let [LONG, number @ .., _, _, _] = self.0 else {
            return self.in_place();
        };
        long_codes::text_of(u32::from_le_bytes(number))
    }

    fn in_place(&self) -> &str {
        let length = self
            .0
            .iter()
            .position(|&byte| byte == 0)
            .unwrap_or(Self::IN_PLACE);
        // The bytes are those of a whole `str`, so this never falls back to the empty text.
        std::str::from_utf8(&self.0[..length]).unwrap_or_default()
    }
}

impl PartialOrd for CodeText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for CodeText {
    /// The order of the texts.
    fn cmp(&self, other: &Self) -> Ordering {
        if self.0[0] == LONG || other.0[0] == LONG {
            self.as_str().cmp(other.as_str())
        } else {
            self.0.cmp(&other.0)
        }
    }
}

impl fmt::Debug for CodeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl fmt::Display for CodeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for CodeText {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        Self::try_new(text)
    }
}

impl TryFrom<&str> for CodeText {
    type Error = ValueError;

    fn try_from(text: &str) -> Result<Self, ValueError> {
        Self::try_new(text)
    }
}
