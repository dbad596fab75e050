//! Differences between a label and the published one that are probably slips.

use std::collections::BTreeMap;

use super::fold::INVISIBLE;
use crate::supplied::message::LabelDifference;

/// The number of letters that a word has at least in which another letter is a slip: `I` and `II` are two labels.
const MIN_WORD_LETTERS: usize = 6;

/// The number of characters of a label beyond which no slip is searched.
const MAX_CHARS: usize = 100;

/// The difference between two labels that nearly equal each other.
pub(super) fn difference(text: &str, known: &str) -> LabelDifference {
    let spaces = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let has_other_space = |text: &str| text.chars().any(|it| it.is_whitespace() && it != ' ');
    if spaces(text) == spaces(known) {
        return if has_other_space(text) || has_other_space(known) {
            LabelDifference::NoBreakSpace
        } else {
            LabelDifference::DoubledSpace
        };
    }
    let visible = |text: &str| text.replace(INVISIBLE, "");
    if visible(text) == visible(known) {
        return LabelDifference::InvisibleCharacter;
    }
    let (text, known) = (spaces(text), spaces(known));
    let end = |char: char| char.is_ascii_punctuation() || char == ' ';
    if text.trim_end_matches(end) == known.trim_end_matches(end) {
        return LabelDifference::PunctuationAtEnd;
    }
    if text.to_lowercase() == known.to_lowercase() {
        return LabelDifference::Capitals;
    }
    LabelDifference::Signs
}

/// Returns whether two folded labels differ by one letter of a long word: another one, one more or less, or two exchanged.
pub(super) fn is_typo(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (shorter, longer) = if one.len() <= other.len() {
        (&one, &other)
    } else {
        (&other, &one)
    };
    if longer.len() - shorter.len() > 1 || longer.len() > MAX_CHARS || one == other {
        return false;
    }
    let start = shorter
        .iter()
        .zip(longer)
        .take_while(|(a, b)| a == b)
        .count();
    let end = shorter[start..]
        .iter()
        .rev()
        .zip(longer[start..].iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (a, b) = (
        &shorter[start..shorter.len() - end],
        &longer[start..longer.len() - end],
    );
    let is_one_edit = match (a, b) {
        ([] | [_], [_]) => true,
        ([a, b], [c, d]) => (a, b) == (d, c),
        _ => false,
    };
    let are_letters = a.iter().chain(b).all(|char| char.is_alphabetic());
    is_one_edit && are_letters && word_length(longer, start) >= MIN_WORD_LETTERS
}

/// The number of letters of the word at a place.
fn word_length(chars: &[char], at: usize) -> usize {
    let is_letter = |char: &&char| char.is_alphabetic();
    let before = chars[..at].iter().rev().take_while(is_letter).count();
    before + chars[at..].iter().take_while(is_letter).count()
}

/// Labels that can be found by a text with a typo.
///
/// Two texts that differ by one letter become one text if that letter is left out of each. So each label is kept under every text
/// that has one of its letters less, and a search is a look-up for each letter instead of a comparison with each label.
pub(super) struct Typos<T> {
    labels: BTreeMap<String, Vec<(String, T)>>,
}

impl<T: Copy> Typos<T> {
    pub(super) fn new() -> Self {
        Self {
            labels: BTreeMap::new(),
        }
    }

    pub(super) fn add(&mut self, folded: &str, value: T) {
        for key in keys(folded) {
            let labels = self.labels.entry(key).or_default();
            if labels.last().is_none_or(|(known, _)| known != folded) {
                labels.push((folded.to_owned(), value));
            }
        }
    }

    /// The labels of which a folded text is a typo.
    pub(super) fn meant_by<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = T> + 'a {
        let keys = if self.labels.is_empty() {
            Vec::new()
        } else {
            keys(folded)
        };
        let found = keys.into_iter().filter_map(|key| self.labels.get(&key));
        let found = found.flatten().filter(|(known, _)| is_typo(known, folded));
        found.map(|(_, value)| *value)
    }
}

/// The text, and the texts that have one of its letters less; nothing for a text that is too long to search.
fn keys(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() > MAX_CHARS {
        return Vec::new();
    }
    let mut keys = vec![text.to_owned()];
    keys.extend((0..chars.len()).map(|left_out| {
        let kept = chars.iter().enumerate().filter(|(at, _)| *at != left_out);
        kept.map(|(_, char)| char).collect()
    }));
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn difference_is_named() {
        for (text, expected) in [
            ("Goede kennis", LabelDifference::Capitals),
            ("goede\u{a0}kennis", LabelDifference::NoBreakSpace),
            ("goede kennis.", LabelDifference::PunctuationAtEnd),
            ("goede  kennis", LabelDifference::DoubledSpace),
            ("goede ken\u{ad}nis", LabelDifference::InvisibleCharacter),
        ] {
            assert_eq!(difference(text, "goede kennis"), expected);
        }
    }

    #[test]
    fn one_letter_of_a_long_word_is_a_typo() {
        let mut typos = Typos::new();
        typos.add("weinig kennis", 1);
        for text in [
            "weinig kenis",
            "weinig kennnis",
            "weinig kemnis",
            "wienig kennis",
            "weinig kenniss",
        ] {
            assert!(is_typo(text, "weinig kennis"), "{text}");
            assert_eq!(typos.meant_by(text).next(), Some(1), "{text}");
        }
        for (one, other) in [
            ("weinig kennis", "weinig kennis"),
            ("weinig kennis", "weing kenis"),
            ("type i werknemer", "type ii werknemer"),
            ("groep a", "groep b"),
            ("niveau 1", "niveau 2"),
            ("man", "mand"),
            ("weinig kennis", "weinigkennis"),
            ("lage kennis", "hoge kennis"),
        ] {
            assert!(!is_typo(one, other), "{one} {other}");
        }
        assert_eq!(typos.meant_by("goede kennis").next(), None);
        assert_eq!(typos.meant_by(&"a".repeat(1000)).next(), None);
    }
}
