//! Texts for people, in the languages that researchers read.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::language::Language;
use crate::text::{List, Text};

/// A text for people, in one or more languages.
///
/// A label has at least one text, and at most one in each language. In JSON it is an object whose keys are the languages:
/// `{"en": "sex", "nl": "geslacht"}`. The languages that every label of a model has are those of
/// [`Languages::editions`](crate::Languages::editions).
///
/// ```
/// use beraad_describe::{Label, Language};
///
/// let label = Label::new([(Language::NL, "geslacht"), (Language::EN, "sex")]);
/// assert_eq!(label.text(Language::EN), Some("sex"));
/// assert_eq!(label.text(Language::FR), None);
/// assert_eq!(label.first_of(&[Language::FR, Language::NL]), (Language::NL, "geslacht"));
/// ```
#[derive(Clone, Debug)]
pub struct Label {
    // The order does not count: a constant has that of its source.
    texts: List<(Language, Text)>,
}

/// Texts that are not a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidLabel {
    /// There is no text.
    #[error("missing text: expected one in at least one language")]
    NoText,
    /// There are two texts in this language.
    #[error("duplicate text in language `{0}`")]
    Duplicate(Language),
}

impl Label {
    /// Creates a label from its texts.
    ///
    /// # Panics
    /// If there is no text, or if there are two texts in one language.
    #[must_use]
    pub fn new<T: Into<Text>>(texts: impl IntoIterator<Item = (Language, T)>) -> Self {
        Self::try_new(texts).unwrap_or_else(|error| panic!("{error}"))
    }

    /// Creates a label from its texts.
    ///
    /// # Errors
    /// If there is no text, or if there are two texts in one language.
    pub fn try_new<T: Into<Text>>(
        texts: impl IntoIterator<Item = (Language, T)>,
    ) -> Result<Self, InvalidLabel> {
        let mut texts: Vec<(Language, Text)> = texts
            .into_iter()
            .map(|(language, text)| (language, text.into()))
            .collect();
        texts.sort_by_key(|(language, _)| *language);
        if let Some(pair) = texts.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            return Err(InvalidLabel::Duplicate(pair[0].0));
        }
        if texts.is_empty() {
            return Err(InvalidLabel::NoText);
        }
        Ok(Self {
            texts: texts.into(),
        })
    }

    /// Creates a label for a constant from texts that were checked.
    pub(crate) const fn of_constant(texts: &'static [(Language, Text)]) -> Self {
        Self {
            texts: List::Borrowed(texts),
        }
    }

    /// Returns the text in exactly this language.
    #[must_use]
    pub fn text(&self, language: Language) -> Option<&str> {
        let (_, text) = self.texts.iter().find(|(known, _)| *known == language)?;
        Some(text)
    }

    /// Returns the text in the first of these languages that the label has, with the language of that text.
    ///
    /// A label without any of them gives the text whose language tag is alphabetically first.
    #[must_use]
    pub fn first_of(&self, languages: &[Language]) -> (Language, &str) {
        let mut wanted = languages.iter();
        wanted
            .find_map(|language| Some((*language, self.text(*language)?)))
            .or_else(|| self.iter().next())
            .unwrap_or((Language::EN, ""))
    }

    /// Returns the text in `language`, or another one as [`first_of`](Self::first_of) chooses it.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        self.first_of(&[language]).1
    }

    /// Sets the text in a language.
    pub fn set(&mut self, language: Language, text: impl Into<Text>) {
        let text = text.into();
        let texts = self.texts.to_mut();
        match texts.iter_mut().find(|(known, _)| *known == language) {
            Some((_, known)) => *known = text,
            None => texts.push((language, text)),
        }
    }

    /// Returns this label with a text in a language.
    #[must_use]
    pub fn with(mut self, language: Language, text: impl Into<Text>) -> Self {
        self.set(language, text);
        self
    }

    /// Returns the texts with their languages, in the alphabetical order of the language tags.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        let mut texts: Vec<_> = self
            .texts
            .iter()
            .map(|(tag, text)| (*tag, &**text))
            .collect();
        texts.sort_unstable_by_key(|(language, _)| *language);
        texts.into_iter()
    }

    /// Returns the languages of the texts, in alphabetical order of their tags.
    pub fn languages(&self) -> impl Iterator<Item = Language> {
        self.iter().map(|(language, _)| language)
    }

    /// Returns this label with every text changed by a function.
    #[must_use]
    pub fn map(&self, change: impl Fn(Language, &str) -> String) -> Self {
        let texts = self
            .iter()
            .map(|(language, text)| (language, change(language, text).into()));
        Self {
            texts: texts.collect::<Vec<_>>().into(),
        }
    }

    /// Returns true if the label of a constant has a text in a language that is not empty.
    pub(crate) const fn has(&self, language: Language) -> bool {
        let texts = match &self.texts {
            Cow::Borrowed(texts) => *texts,
            // A label that is not constant is never evaluated by the compiler.
            Cow::Owned(_) => return true,
        };
        let mut at = 0;
        while at < texts.len() {
            if texts[at].0.is(language) {
                return match &texts[at].1 {
                    Cow::Borrowed(text) => !text.is_empty(),
                    Cow::Owned(_) => true,
                };
            }
            at += 1;
        }
        false
    }
}

impl PartialEq for Label {
    fn eq(&self, other: &Self) -> bool {
        self.texts.len() == other.texts.len()
            && self
                .texts
                .iter()
                .all(|(language, text)| other.text(*language) == Some(text))
    }
}

impl Eq for Label {}

impl PartialOrd for Label {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The order of the texts, each with its language, in the order of the language tags.
impl Ord for Label {
    fn cmp(&self, other: &Self) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

impl Hash for Label {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.iter().for_each(|text| text.hash(state));
    }
}

impl Serialize for Label {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Texts;

        impl<'de> Visitor<'de> for Texts {
            type Value = Label;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a label: an object with a text for each language")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Label, A::Error> {
                let mut texts = Vec::new();
                while let Some(text) = map.next_entry::<Language, Text>()? {
                    texts.push(text);
                }
                Label::try_new(texts).map_err(de::Error::custom)
            }
        }

        deserializer.deserialize_map(Texts)
    }
}

#[cfg(test)]
mod tests {
    use std::hash::{BuildHasher, RandomState};

    use super::*;

    /// A label in the order of its source, as a constant has it.
    const CONSTANT: &Label = &Label::of_constant(&[
        (Language::NL, Text::Borrowed("geslacht")),
        (Language::EN, Text::Borrowed("sex")),
    ]);

    fn sex() -> Label {
        Label::new([(Language::EN, "sex"), (Language::NL, "geslacht")])
    }

    #[test]
    fn order_of_the_texts_does_not_count() {
        let hasher = RandomState::new();
        let other_order = Label::new([(Language::NL, "geslacht"), (Language::EN, "sex")]);
        let mut set_later = Label::new([(Language::NL, "geslacht")]);
        set_later.set(Language::EN, "sex");
        for label in [other_order, set_later, CONSTANT.clone()] {
            assert_eq!(label, sex());
            assert_eq!(label.cmp(&sex()), Ordering::Equal);
            assert_eq!(hasher.hash_one(&label), hasher.hash_one(sex()));
            assert_eq!(
                serde_json::to_string(&label).unwrap(),
                r#"{"en":"sex","nl":"geslacht"}"#
            );
            let languages: Vec<_> = label.languages().collect();
            assert_eq!(languages, [Language::EN, Language::NL]);
        }
    }

    #[test]
    fn labels_with_other_texts_or_languages_differ() {
        let french = sex().with(Language::FR, "sexe");
        for other in [
            Label::new([(Language::EN, "sex")]),
            Label::new([(Language::EN, "sex"), (Language::NL, "sekse")]),
            Label::new([(Language::EN, "sex"), (Language::FR, "geslacht")]),
            french,
        ] {
            assert_ne!(other, sex());
            assert_ne!(sex(), other);
            assert_ne!(other.cmp(&sex()), Ordering::Equal);
        }
    }

    #[test]
    fn duplicate_language_and_missing_text_are_errors() {
        let twice = [
            (Language::NL, "a"),
            (Language::EN, "b"),
            (Language::NL, "a"),
        ];
        assert_eq!(
            Label::try_new(twice),
            Err(InvalidLabel::Duplicate(Language::NL))
        );
        let none: [(Language, &str); 0] = [];
        assert_eq!(Label::try_new(none), Err(InvalidLabel::NoText));
        for (json, message) in [
            (r#"{"nl":"a","nl":"b"}"#, "duplicate text in language `nl`"),
            (
                r#"{"fr-be":"a","fr-BE":"b"}"#,
                "duplicate text in language `fr-BE`",
            ),
            ("{}", "missing text: expected one in at least one language"),
            (
                r#"{"dutch":"a"}"#,
                "invalid language: expected a BCP 47 tag",
            ),
            (
                r#""a""#,
                "expected a label: an object with a text for each language",
            ),
        ] {
            let error = serde_json::from_str::<Label>(json).unwrap_err().to_string();
            assert!(error.contains(message), "{json}: {error}");
        }
    }

    #[test]
    fn first_text_is_that_of_the_first_language_that_the_label_has() {
        let label = sex().with(Language::FR, "sexe");
        let [nl, en, fr, de] = [Language::NL, Language::EN, Language::FR, Language::DE];
        assert_eq!(label.first_of(&[de, fr, nl]), (fr, "sexe"));
        assert_eq!(label.first_of(&[de]), (en, "sex"));
        assert_eq!(label.first_of(&[]), (en, "sex"));
        assert_eq!(label.get(nl), "geslacht");
        assert_eq!(label.get(de), "sex");
        // A regional form is another language here: `Languages::preferred` adds its base.
        assert_eq!(label.text(Language::new("fr-BE")), None);
    }

    #[test]
    fn every_text_is_changed() {
        let changed = CONSTANT.map(|language, text| format!("{language}: {text}"));
        assert_eq!(
            changed,
            Label::new([(Language::NL, "nl: geslacht"), (Language::EN, "en: sex")])
        );
    }

    #[test]
    fn constant_knows_the_languages_of_its_texts() {
        const IS_IN_DUTCH: bool = CONSTANT.has(Language::NL);
        const IS_IN_FRENCH: bool = CONSTANT.has(Language::FR);
        assert_eq!((IS_IN_DUTCH, IS_IN_FRENCH), (true, false));
    }
}
