//! Texts in Rust code: labels, definitions and string literals, with everything escaped that comes from a decision.

use beraad_register::Register;
use beraad_schema::describe::{Language, Languages, visible};

/// The longest label, in bytes: the limit of the macros.
const MAX_LABEL: usize = 80;

/// The sentences that a draft writes for a person to replace, in the language of the decision.
pub(crate) struct Sentences {
    pub(crate) to_be_determined: &'static str,
    pub(crate) begin_not_after_end: &'static str,
}

/// Returns the sentences in a language; in English, if they are not known in it.
pub(crate) fn sentences(language: Language) -> Sentences {
    match language.base() {
        Language::NL => Sentences {
            to_be_determined: "nog te bepalen",
            begin_not_after_end: "het begin ligt niet na het einde",
        },
        Language::FR => Sentences {
            to_be_determined: "à déterminer",
            begin_not_after_end: "le début n’est pas après la fin",
        },
        _ => Sentences {
            to_be_determined: "to be determined",
            begin_not_after_end: "the begin is not after the end",
        },
    }
}

/// Returns a string literal: line breaks, quotes and characters that cannot be seen are escaped.
pub(crate) fn literal(text: &str) -> String {
    format!("{text:?}")
}

/// Returns `nl = "..", en = ".."` with one text for all editions.
pub(crate) fn label_entries(register: &Register, text: &str) -> String {
    let editions = register.deliberation.languages.editions.iter();
    let entries = editions.map(|language| {
        format!(
            "{} = {}",
            language.as_str().replace('-', "_"),
            literal(text)
        )
    });
    entries.collect::<Vec<_>>().join(", ")
}

/// Returns the lines of a doc comment with one text for all editions.
pub(crate) fn definition(register: &Register, text: &str, indent: &str) -> String {
    let languages = &register.deliberation.languages;
    let editions = languages.editions.iter();
    let paragraphs = editions.map(|language| definition_in(*language, text, languages, indent));
    paragraphs
        .collect::<Vec<_>>()
        .join(&format!("{indent}///\n"))
}

/// Returns the lines of a doc comment with a text in one language.
fn definition_in(language: Language, text: &str, languages: &Languages, indent: &str) -> String {
    let text = comment(text);
    // The macros read a language of two letters at the start of a paragraph. Written also where it could be left out, so that
    // no other word at the start of a text is read as a language.
    let is_marked = language.as_str().len() == 2;
    if is_marked || language != languages.main_edition() {
        format!("{indent}/// {language}: {text}\n")
    } else {
        format!("{indent}/// {text}\n")
    }
}

/// Returns the mark of texts that are the same in every edition: the phrase of the decision. Empty if there is one edition.
pub(crate) fn translation_guess(languages: &Languages, indent: &str) -> String {
    let others = languages
        .editions
        .iter()
        .filter(|language| **language != languages.decision);
    let others: Vec<_> = others.map(|language| format!("`{language}`")).collect();
    if others.is_empty() {
        return String::new();
    }
    format!(
        "{indent}guess = \"the texts in {}: they are those in `{}`\",\n",
        others.join(" and "),
        languages.decision
    )
}

/// Returns a text as a comment shows it, on one line.
pub(crate) fn comment(text: &str) -> String {
    visible(text).trim().to_owned()
}

/// Returns a text with a capital.
pub(crate) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}

/// Returns a label that is short enough, and true if it was shortened.
pub(crate) fn short_label(text: &str) -> (String, bool) {
    if text.len() <= MAX_LABEL {
        return (text.to_owned(), false);
    }
    let ellipsis = '…';
    let mut end = MAX_LABEL - ellipsis.len_utf8();
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    (format!("{}{ellipsis}", text[..end].trim_end()), true)
}
