//! Texts by which programs write a missing value: `NA`, `NULL`, `nan`.

use beraad_describe::{Language, excerpt, is_missing_mark};

use super::published::Published;
use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::message::{CodeMessage, LabelMessage};
use crate::supplied::warning::ListWarningKind;

pub(super) fn check(
    published: &Published<'_>,
    lines: &[SuppliedMeaning],
    new_codes: &[&SuppliedMeaning],
    report: &mut Report,
) {
    // A line that says for which reason the value is missing says what the code is.
    let is_suspect = |line: &&&SuppliedMeaning| {
        line.meaning.missing.is_none() && is_placeholder(&line.code) && !abbreviates_its_label(line)
    };
    for line in new_codes.iter().filter(is_suspect) {
        report.warning(line.line, ListWarningKind::Placeholder, &line.code, || {
            let code = excerpt(&line.code);
            CodeMessage::Placeholder { code }
        });
    }
    for line in lines {
        let texts = texts(line).into_iter();
        let mut texts = texts.filter(|(column, text)| is_placeholder_in(column, text));
        if let Some((column, text)) = texts.find(|(_, text)| !published.has_label(text)) {
            report.warning(line.line, ListWarningKind::Placeholder, text, || {
                let text = excerpt(text);
                if is_note(&text) {
                    LabelMessage::Note { text, column }
                } else {
                    LabelMessage::Placeholder { text, column }
                }
            });
        }
    }
}

/// The texts for people in a line, with their columns.
pub(super) fn texts(line: &SuppliedMeaning) -> Vec<(String, &str)> {
    let meaning = &line.meaning;
    let labels = meaning.label.iter();
    let mut texts: Vec<(String, &str)> = labels
        .map(|(language, text)| (language.to_string(), text))
        .collect();
    let mut add = |column: &str, text| texts.push((column.to_owned(), text));
    if let Some(text) = &meaning.source {
        add("source", text);
    }
    // The remark is the same text in each language.
    for (_, text) in meaning
        .remark
        .iter()
        .filter_map(|label| label.iter().next())
    {
        add("remark", text);
    }
    for text in meaning.class.iter().flat_map(|class| &class.unit) {
        add("unit", text);
    }
    texts
}

/// Returns whether the label of a line begins with its code, as `Namibië` with `NA`: then the code is a short form of it, and no
/// program wrote it.
pub(super) fn abbreviates_its_label(line: &SuppliedMeaning) -> bool {
    let code = &line.code;
    let is_short_form = |text: &str| {
        let start = text.get(..code.len());
        let next = text.get(code.len()..).and_then(|rest| rest.chars().next());
        start.is_some_and(|it| it.eq_ignore_ascii_case(code))
            && next.is_some_and(char::is_alphabetic)
    };
    let mut labels = line.meaning.label.iter();
    labels.any(|(_, text)| is_short_form(text))
}

/// Returns whether a text is a missing value in some program.
fn is_placeholder(text: &str) -> bool {
    let is_signs =
        !text.is_empty() && text.len() <= 4 && text.bytes().all(|it| b".-?".contains(&it));
    // The last ones are those of pivot tables.
    let words = [
        "missing",
        "undefined",
        "(blank)",
        "(leeg)",
        "(vide)",
        "(leer)",
    ];
    let is_word = words.iter().any(|word| text.eq_ignore_ascii_case(word));
    is_signs || is_word || is_missing_mark(text) || is_stata_missing(text)
}

/// `.a` to `.z`, the missing values of Stata with a reason.
fn is_stata_missing(text: &str) -> bool {
    matches!(text.as_bytes(), [b'.', b'a'..=b'z'])
}

/// Returns whether a text is a note of its author that words are still to come.
fn is_note(text: &str) -> bool {
    let words = ["todo", "to do", "tbd", "tbc", "fixme"];
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Returns whether a text in a column is a missing value. Words of a language are labels in that language.
fn is_placeholder_in(column: &str, text: &str) -> bool {
    let is_english = column.get(..2) == Some(Language::EN.as_str());
    // `N/A`: not applicable.
    let is_word = ["none", "missing", "undefined", "n/a", "n.a."];
    let is_word = is_word.iter().any(|word| text.eq_ignore_ascii_case(word));
    is_note(text) || (is_placeholder(text) && !(is_english && is_word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::supplied::plausible::testing::{lines, list, warned};

    const PLACEHOLDER: ListWarningKind = ListWarningKind::Placeholder;

    #[test]
    fn missing_value_of_a_program_is_reported_as_code_and_as_label() {
        for text in [
            "NA", "N/A", "#N/A", "NULL", "nan", "None", ".", "..", "-", "?", "<NA>", "\\N",
            "(blank)", "(leeg)", ".a",
        ] {
            for line in [(text, "een"), ("1", text)] {
                let lines = lines(&[line]);
                let found = warned(&list(&[]), |it, report| {
                    check(it, &lines, &it.new_codes(&lines), report);
                });
                assert_eq!(found, [(2, PLACEHOLDER)], "{line:?}");
            }
        }
        for (line, expected) in [(("1", "TODO"), 1), (("TBD", "een"), 0)] {
            let lines = lines(&[line]);
            let found = warned(&list(&[]), |it, report| {
                check(it, &lines, &it.new_codes(&lines), report);
            });
            assert_eq!(found.len(), expected, "{line:?}");
        }
        let mut lines = lines(&[("1", "een")]);
        lines[0].meaning.source = Some("NA".into());
        let found = warned(&list(&[]), |it, report| {
            check(it, &lines, &it.new_codes(&lines), report);
        });
        assert_eq!(found, [(2, PLACEHOLDER)]);
    }

    #[test]
    fn published_code_a_stated_reason_and_an_english_word_give_no_warning() {
        let list = list(&[(Some("."), "-")]);
        let mut lines = lines(&[
            (".", "-"),
            ("NA", "weet niet"),
            ("NAM", "Namibië"),
            ("", "leeg"),
            ("1", "x"),
            ("NA", "Namibië"),
            (".A", "punt"),
        ]);
        lines[1].meaning.missing = Some(beraad_describe::MissingReason::Unknown);
        for text in ["None", "N/A"] {
            lines[4].meaning.label.set(Language::EN, text);
            let found = warned(&list, |it, report| {
                check(it, &lines, &it.new_codes(&lines), report);
            });
            assert_eq!(found, []);
        }
    }
}
