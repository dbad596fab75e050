//! The words of a file that confirm something other than a value.

use beraad_describe::Language;

/// The words that confirm something other than a value of the file, in English, Dutch and French. A file may have any of them.
pub(super) const WORDS: [[&str; 3]; 2] = [
    [
        "own meanings",
        "eigen betekenissen",
        "significations propres",
    ],
    ["complete", "volledig", "complet"],
];

/// Returns the words in Dutch or French for what these English words confirm; a value of the file as it is.
pub(super) fn words_in(language: Language, english: &str) -> &str {
    let words = WORDS.iter().find(|words| words[0] == english);
    words.map_or(english, |words| match language {
        Language::NL => words[1],
        Language::FR => words[2],
        _ => words[0],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_a_translation_and_values_none() {
        assert_eq!(words_in(Language::FR, "complete"), "complet");
        assert_eq!(words_in(Language::NL, "own meanings"), "eigen betekenissen");
        assert_eq!(words_in(Language::FR, "01"), "01");
    }
}
