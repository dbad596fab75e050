//! Changes of texts for people: the same words written otherwise, or other words.

use serde_json::{Map, Value};

/// The change of a text in several languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextChange {
    /// There was no text.
    Added,
    /// There is no text any more.
    Removed,
    /// A language was added, and the texts in the other languages are the same words.
    LanguageAdded,
    /// A language was removed, and the texts in the other languages are the same words.
    LanguageRemoved,
    /// The words are the same, with other capitals, spaces or punctuation.
    Spelling,
    /// Other words in some languages, and the same words in at least one that both texts have.
    SomeLanguages,
    /// Other words in all languages that both texts have.
    AllLanguages,
}

impl TextChange {
    /// Compares two texts, each in one language or in several.
    pub(crate) fn of(old: Option<&Value>, new: Option<&Value>) -> Self {
        Self::with(words, old, new)
    }

    /// Compares two units, of which `m` and `M` are not the same.
    pub(crate) fn of_unit(old: Option<&Value>, new: Option<&Value>) -> Self {
        Self::with(words_of_unit, old, new)
    }

    fn with(words: fn(&Value) -> Vec<String>, old: Option<&Value>, new: Option<&Value>) -> Self {
        let (old, new) = (languages(old), languages(new));
        if old.is_empty() {
            return Self::Added;
        }
        if new.is_empty() {
            return Self::Removed;
        }
        let common: Vec<_> = old
            .iter()
            .filter_map(|(language, old)| Some((old, new.get(language)?)))
            .collect();
        let is_same = |(old, new): &&(&Value, &Value)| words(old) == words(new);
        let same = common.iter().filter(is_same).count();
        if same < common.len() || common.is_empty() {
            return if same == 0 {
                Self::AllLanguages
            } else {
                Self::SomeLanguages
            };
        }
        if old.keys().any(|language| !new.contains_key(language)) {
            Self::LanguageRemoved
        } else if new.keys().any(|language| !old.contains_key(language)) {
            Self::LanguageAdded
        } else {
            Self::Spelling
        }
    }

    /// Returns whether the meaning may be another one.
    pub(crate) fn is_of_words(self) -> bool {
        matches!(self, Self::SomeLanguages | Self::AllLanguages)
    }
}

/// Returns the texts by language; a text without languages has the empty one.
fn languages(value: Option<&Value>) -> Map<String, Value> {
    match value {
        Some(Value::Object(texts)) => texts.clone(),
        Some(Value::Null) | None => Map::new(),
        Some(text) => Map::from_iter([(String::new(), text.clone())]),
    }
}

/// Returns the words of a text: letters and digits in lower case. Signs such as `<` or `+`, and a minus or a point within a number, may
/// change a meaning, and are kept. So are the capitals of a symbol such as `mW`, which is not `MW`.
pub(crate) fn words(text: &Value) -> Vec<String> {
    let words = words_as_written(text).into_iter();
    words.map(|word| in_lower_case(word, is_symbol)).collect()
}

/// Returns the words of a unit, where a short word may be a symbol.
fn words_of_unit(text: &Value) -> Vec<String> {
    let words = words_as_written(text).into_iter();
    let is_short = |word: &str| word.chars().count() <= MAX_SHORT || is_symbol(word);
    words.map(|word| in_lower_case(word, is_short)).collect()
}

/// The number of letters up to which a word in a unit counts as a symbol: `m`, `Mb`, `EUR`.
const MAX_SHORT: usize = 3;

/// The number of letters up to which a word with a capital after a small letter counts as a symbol: `mW`, `kWh`.
const MAX_SYMBOL: usize = 4;

/// Returns true for a word such as `mW` or `kWh`.
fn is_symbol(word: &str) -> bool {
    let letters: Vec<char> = word.chars().filter(|sign| sign.is_alphabetic()).collect();
    let mut pairs = letters.windows(2);
    letters.len() <= MAX_SYMBOL && pairs.any(|two| two[0].is_lowercase() && two[1].is_uppercase())
}

fn in_lower_case(word: String, is_kept: impl Fn(&str) -> bool) -> String {
    if is_kept(&word) {
        word
    } else {
        word.to_lowercase()
    }
}

fn words_as_written(text: &Value) -> Vec<String> {
    let text = match text {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let signs: Vec<char> = text.chars().collect();
    let mut words = vec![String::new()];
    for (index, sign) in signs.iter().enumerate() {
        let next_is_digit = signs.get(index + 1).is_some_and(char::is_ascii_digit);
        let is_of_word = sign.is_alphanumeric()
            || (matches!(sign, '-' | '.' | ',') && next_is_digit)
            || "<>≤≥=+±%€$£/*".contains(*sign);
        if is_of_word {
            words.last_mut().expect("there is one").push(*sign);
        } else if words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn change(old: &Value, new: &Value) -> TextChange {
        TextChange::of(Some(old), Some(new))
    }

    #[test]
    fn spelling_is_not_meaning() {
        let old = json!({"nl": "Jeugd", "en": "Youth (all)"});
        assert_eq!(
            change(&old, &json!({"nl": "jeugd.", "en": "Youth: all"})),
            TextChange::Spelling
        );
        assert_eq!(
            change(&old, &json!({"nl": "Jeugd", "en": "Comics"})),
            TextChange::SomeLanguages
        );
        assert_eq!(
            change(&old, &json!({"nl": "Strips", "en": "Comics"})),
            TextChange::AllLanguages
        );
        assert_eq!(
            change(&old, &json!({"nl": "Jeugd"})),
            TextChange::LanguageRemoved
        );
        assert_eq!(
            change(
                &old,
                &json!({"nl": "Jeugd", "en": "Youth (all)", "fr": "x"})
            ),
            TextChange::LanguageAdded
        );
    }

    #[test]
    fn capitals_of_short_words_count_in_units() {
        let unit = |old: &str, new: &str| TextChange::of_unit(Some(&old.into()), Some(&new.into()));
        assert_eq!(unit("m", "M"), TextChange::AllLanguages);
        assert_eq!(unit("Mb", "MB"), TextChange::AllLanguages);
        assert_eq!(unit("Weeks", "weeks."), TextChange::Spelling);
        assert_eq!(change(&"IN M".into(), &"in m".into()), TextChange::Spelling);
    }

    #[test]
    fn sign_that_changes_a_number_is_a_word() {
        for (old, new) in [
            ("< 10", "> 10"),
            ("1.5", "15"),
            ("5-10", "5 10"),
            ("a/b", "ab"),
            ("-3", "3"),
            ("power in mW", "power in MW"),
        ] {
            assert_eq!(
                change(&old.into(), &new.into()),
                TextChange::AllLanguages,
                "{old} {new}"
            );
        }
    }
}
