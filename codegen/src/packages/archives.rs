//! Parts that the descriptions for archives and for the web have in common.

use beraad_schema::describe::{CodeEntry, Deliberation, Language};

use crate::format::Selection;
use crate::messages::capitalised;
use crate::retention::retention;

/// Returns the label of a code, if all its meanings have the same one: two meanings are never joined.
pub(crate) fn certain_label<'a>(entry: &'a CodeEntry, preferred: &[Language]) -> Option<&'a str> {
    let mut labels = entry
        .meanings
        .iter()
        .map(|it| it.label.first_of(preferred).1);
    let first = labels.next()?;
    labels.all(|label| label == first).then_some(first)
}

/// Returns the institutions that deliver the blocks, each once.
pub(crate) fn distinct_providers<'a>(selection: &Selection<'a>) -> Vec<&'a str> {
    let mut providers = Vec::new();
    for block in &selection.blocks {
        if let Some(provider) = selection.provider(block)
            && !providers.contains(&provider)
        {
            providers.push(provider);
        }
    }
    providers
}

/// Returns the purpose of the data as a sentence, and the one that says until when they may be kept.
pub(crate) fn purpose_and_retention(deliberation: &Deliberation, language: Language) -> String {
    let preferred = deliberation.languages.preferred(language);
    let purpose = deliberation.purpose.first_of(&preferred).1;
    let purpose = capitalised(purpose.trim_end_matches('.'));
    format!("{purpose}. {}", retention(deliberation, language))
}

/// Returns a text as a name of small letters, digits and hyphens; `data` if it has none of them.
pub(crate) fn slug(text: &str) -> String {
    let letters = text.chars().map(|letter| match letter {
        'a'..='z' | '0'..='9' => letter,
        'A'..='Z' => letter.to_ascii_lowercase(),
        _ => '-',
    });
    let name: String = letters.collect();
    match name.trim_matches('-') {
        "" => "data".to_owned(),
        name => name.to_owned(),
    }
}

/// Returns a text as a regular expression that matches this text only.
pub(crate) fn literal_pattern(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len());
    for letter in text.chars() {
        if "^$\\.*+?()[]{}|/".contains(letter) {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_of_a_decision_is_a_name() {
        assert_eq!(slug("99/001"), "99-001");
        assert_eq!(slug("(É) A 1"), "a-1");
        assert_eq!(slug("№"), "data");
    }

    #[test]
    fn pattern_of_a_code_matches_the_code_letter_by_letter() {
        assert_eq!(literal_pattern("MAR+"), r"MAR\+");
        assert_eq!(literal_pattern("a.b"), r"a\.b");
    }
}
