//! The texts that can be codes.

/// The largest length of a code in bytes: every other limit of codes follows from it.
pub(crate) const MAX_CODE_BYTES: usize = 32;

/// The reason why a text cannot be a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeTextError {
    /// The text is too long.
    #[error("expected at most {MAX_CODE_BYTES} printable ASCII characters")]
    TooLong,
    /// A character is not a printable character of ASCII.
    #[error("expected at most {MAX_CODE_BYTES} printable ASCII characters")]
    NotPrintable,
    /// The text begins or ends with a space.
    #[error("expected no space before or after it")]
    SurroundingSpace,
}

impl CodeTextError {
    /// Returns the reason why a text cannot be a code, or `None` if it can be one.
    ///
    /// ```
    /// use beraad_describe::CodeTextError;
    ///
    /// assert_eq!(CodeTextError::of("SW1A 1AA"), None, "a space within a code is part of it");
    /// assert_eq!(CodeTextError::of("01 "), Some(CodeTextError::SurroundingSpace));
    /// ```
    #[must_use]
    pub const fn of(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() > MAX_CODE_BYTES {
            return Some(Self::TooLong);
        }
        let mut index = 0;
        while index < bytes.len() {
            if bytes[index] < b' ' || bytes[index] > b'~' {
                return Some(Self::NotPrintable);
            }
            index += 1;
        }
        if let [b' ', ..] | [.., b' '] = bytes {
            return Some(Self::SurroundingSpace);
        }
        None
    }
}
