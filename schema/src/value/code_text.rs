//! The text of a code.

use std::fmt;
use std::str::FromStr;

use super::ValueError;

/// The text of a code: at most eight printable ASCII characters, stored in place.
///
/// ```
/// use beraad_schema::CodeText;
///
/// assert_eq!(CodeText::new("01").as_str(), "01", "a text, so that the zero stays");
/// assert!(CodeText::try_new("123456789").is_err());
/// ```
// The bytes after the text are 0, which is not a printable character.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodeText([u8; Self::MAX_LEN]);

impl CodeText {
    /// The largest length of a code in bytes.
    pub const MAX_LEN: usize = 8;

    /// Creates the code with this text.
    ///
    /// # Panics
    /// If it is not at most eight printable ASCII characters; in a constant, that is a compile error.
    #[must_use]
    pub const fn new(text: &str) -> Self {
        match Self::checked(text) {
            Some(code) => code,
            None => panic!("a code has at most eight printable ASCII characters"),
        }
    }

    /// Creates the code with this text.
    ///
    /// # Errors
    /// [`ValueError::CodeTooLong`] above eight bytes, [`ValueError::Form`] if a character is not printable ASCII.
    pub fn try_new(text: &str) -> Result<Self, ValueError> {
        Self::checked(text).ok_or(match text.len() {
            ..=Self::MAX_LEN => ValueError::Form {
                expected: "`01`: printable ASCII characters",
            },
            found => ValueError::CodeTooLong {
                found,
                max: Self::MAX_LEN,
            },
        })
    }

    const fn checked(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() > Self::MAX_LEN {
            return None;
        }
        let mut code = [0; Self::MAX_LEN];
        let mut index = 0;
        while index < bytes.len() {
            if bytes[index] < b' ' || bytes[index] > b'~' {
                return None;
            }
            code[index] = bytes[index];
            index += 1;
        }
        Some(Self(code))
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
        let length = self
            .0
            .iter()
            .position(|&byte| byte == 0)
            .unwrap_or(Self::MAX_LEN);
        // The bytes are those of a whole `str`, so this never falls back to the empty text.
        std::str::from_utf8(&self.0[..length]).unwrap_or_default()
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
