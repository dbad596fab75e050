//! Languages, as tags of BCP 47.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::text::Text;

/// A language, as a BCP 47 tag: `nl`, `fr-BE`, `sr-Latn`.
///
/// A tag has a language of two or three letters, and optionally a script of four letters and a region of two letters or
/// three digits. Case does not count: `FR-be` and `fr-BE` are the same tag, which is written `fr-BE`. Other subtags of
/// BCP 47 (variants, extensions) are not accepted. Whether a language with this tag exists is not checked.
///
/// ```
/// use beraad_describe::Language;
///
/// let belgian_french: Language = "fr-be".parse()?;
/// assert_eq!(belgian_french.as_str(), "fr-BE");
/// assert_eq!(belgian_french.base(), Language::FR);
/// assert!("french".parse::<Language>().is_err());
/// # Ok::<(), beraad_describe::InvalidLanguage>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language {
    // The tag in ASCII, padded with zeros: so that the type is `Copy` and a constant can hold it, and so that the derived
    // order is that of the tags.
    bytes: [u8; Self::MAX_LEN],
}

/// A text that is not a language tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "invalid language: expected a BCP 47 tag of a language and optionally a script and a region, such as `nl`, `fr-BE` or `sr-Latn`"
)]
pub struct InvalidLanguage;

impl Language {
    /// The length of the longest tag: a language of three letters, a script and a region.
    pub const MAX_LEN: usize = 12;

    /// Dutch, `nl`.
    pub const NL: Self = Self::new("nl");
    /// English, `en`.
    pub const EN: Self = Self::new("en");
    /// French, `fr`.
    pub const FR: Self = Self::new("fr");
    /// German, `de`.
    pub const DE: Self = Self::new("de");

    /// The language with this tag, for constants.
    ///
    /// # Panics
    /// If the text is not a language tag.
    #[must_use]
    pub const fn new(tag: &str) -> Self {
        match Self::try_new(tag) {
            Ok(language) => language,
            Err(_) => panic!("invalid language: expected a BCP 47 tag such as `nl` or `fr-BE`"),
        }
    }

    /// The language with this tag.
    ///
    /// # Errors
    /// If the text is not a language tag.
    pub const fn try_new(tag: &str) -> Result<Self, InvalidLanguage> {
        Self::parse(tag.as_bytes(), b'-')
    }

    /// The language whose tag is written as a Rust identifier: `fr_BE` is `fr-BE`.
    ///
    /// # Errors
    /// If the text is not such an identifier.
    pub const fn from_identifier(identifier: &str) -> Result<Self, InvalidLanguage> {
        Self::parse(identifier.as_bytes(), b'_')
    }

    /// Reads the subtags one after the other. The next subtag is recognised by its length and its first character.
    const fn parse(tag: &[u8], separator: u8) -> Result<Self, InvalidLanguage> {
        let mut bytes = [0; Self::MAX_LEN];
        if tag.len() > Self::MAX_LEN {
            return Err(InvalidLanguage);
        }
        // The last subtag that was read: 0 for the language, 1 for the script, 2 for the region.
        let mut last = None;
        let mut start = 0;
        while start <= tag.len() {
            let mut end = start;
            while end < tag.len() && tag[end] != separator {
                end += 1;
            }
            let is_numeric = start < end && tag[start].is_ascii_digit();
            let subtag = match (end - start, is_numeric, last) {
                (2 | 3, false, None) => 0,
                (4, false, Some(0)) => 1,
                (2, false, Some(0 | 1)) | (3, true, Some(0 | 1)) => 2,
                _ => return Err(InvalidLanguage),
            };
            let mut at = start;
            while at < end {
                let byte = tag[at];
                let is_valid = if is_numeric {
                    byte.is_ascii_digit()
                } else {
                    byte.is_ascii_alphabetic()
                };
                if !is_valid {
                    return Err(InvalidLanguage);
                }
                bytes[at] = if subtag == 2 || (subtag == 1 && at == start) {
                    byte.to_ascii_uppercase()
                } else {
                    byte.to_ascii_lowercase()
                };
                at += 1;
            }
            if end < tag.len() {
                bytes[end] = b'-';
            }
            last = Some(subtag);
            start = end + 1;
        }
        Ok(Self { bytes })
    }

    /// The bytes of the tag, padded with zeros.
    pub(crate) const fn padded(self) -> [u8; Self::MAX_LEN] {
        self.bytes
    }

    /// Returns the tag, with the case that BCP 47 recommends.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let len = self.bytes.iter().take_while(|byte| **byte != 0).count();
        // A tag is ASCII.
        std::str::from_utf8(&self.bytes[..len]).unwrap_or_default()
    }

    /// Returns the language without its script and region: `fr` for `fr-BE`.
    #[must_use]
    pub fn base(self) -> Self {
        let mut bytes = [0; Self::MAX_LEN];
        for (to, from) in bytes.iter_mut().zip(self.bytes) {
            if from == b'-' {
                break;
            }
            *to = from;
        }
        Self { bytes }
    }

    /// Returns true if both tags are the same. `==` cannot be used in constants.
    pub(crate) const fn is(self, other: Self) -> bool {
        let mut at = 0;
        // Only zeros follow the first zero, and the compiler interprets each step for each text of each constant.
        while at < Self::MAX_LEN && self.bytes[at] != 0 {
            if self.bytes[at] != other.bytes[at] {
                return false;
            }
            at += 1;
        }
        at == Self::MAX_LEN || other.bytes[at] == 0
    }
}

impl AsRef<str> for Language {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Language").field(&self.as_str()).finish()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Language {
    type Err = InvalidLanguage;

    fn from_str(tag: &str) -> Result<Self, InvalidLanguage> {
        Self::try_new(tag)
    }
}

impl TryFrom<&str> for Language {
    type Error = InvalidLanguage;

    fn try_from(tag: &str) -> Result<Self, InvalidLanguage> {
        Self::try_new(tag)
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tag = Text::deserialize(deserializer)?;
        Self::try_new(&tag).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tag_is_written_with_the_recommended_case() {
        for (tag, expected) in [
            ("nl", "nl"),
            ("FR", "fr"),
            ("fr-be", "fr-BE"),
            ("SR-LATN", "sr-Latn"),
            ("sr-latn-rs", "sr-Latn-RS"),
            ("es-419", "es-419"),
            ("gsw-Latn-419", "gsw-Latn-419"),
        ] {
            let language = Language::try_new(tag).expect(tag);
            assert_eq!(language.as_str(), expected);
            assert_eq!(expected.parse(), Ok(language));
            assert_eq!(
                Language::from_identifier(&tag.replace('-', "_")),
                Ok(language)
            );
        }
    }

    #[test]
    fn other_text_is_not_a_tag() {
        for text in [
            "",
            "n",
            "nl-",
            "-nl",
            "dutch",
            "nl_BE",
            "n1",
            "fr-BE-FR",
            "fr-BE-Latn",
            "fr-12",
            "de-1996",
            "né",
            "nl\0",
        ] {
            assert_eq!(Language::try_new(text), Err(InvalidLanguage), "{text}");
        }
    }
}
