//! Letters that were written in one encoding and read in another: `carriÃ¨re`.

mod escapes;
mod one_byte;
mod utf8;

use std::cell::LazyCell;

use beraad_describe::excerpt;

use super::placeholders::texts;
use super::published::Published;
use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::message::LabelMessage;
use crate::supplied::warning::ListWarningKind;

pub(super) fn check(published: &Published<'_>, lines: &[SuppliedMeaning], report: &mut Report) {
    // Asked for only where a text may be as it should be.
    let signs_are_letters = LazyCell::new(|| has_letters_with_accents(lines));
    for line in lines {
        let texts = texts(line).into_iter();
        let mut texts = texts.filter(|(_, text)| !published.has_label(text));
        let garbled = texts.find_map(|(column, text)| {
            let garbled = garbled(text)?;
            let is_right = garbled.is_of_signs && *signs_are_letters;
            (!is_right).then_some((column, text, garbled.found))
        });
        if let Some((column, text, garbled)) = garbled {
            report.warning(line.line, ListWarningKind::Encoding, text, || {
                message(column, text, &garbled)
            });
        }
    }
}

/// A text that was read in another encoding.
#[derive(Debug, PartialEq, Eq)]
enum Garbled {
    /// The text that was meant.
    Utf8(String),
    /// The texts that may have been meant, each with the encoding in which it was written.
    OneByte(Vec<(String, &'static str)>),
    /// A letter as a program or a web page writes it.
    Escape(String),
    /// A letter was replaced by a sign, so that nobody knows which it was.
    Lost,
    /// A question mark within a word: a letter that was lost, or a space.
    QuestionMark,
}

struct Found {
    found: Garbled,
    /// True if the text may also be as it should be: see [`utf8::Repaired::is_of_signs`].
    is_of_signs: bool,
}

fn message(column: String, text: &str, garbled: &Garbled) -> LabelMessage {
    let text = excerpt(text);
    match garbled {
        Garbled::Utf8(meant) => LabelMessage::ReadAsOtherEncoding {
            text,
            column,
            meant: excerpt(meant),
        },
        Garbled::OneByte(readings) => {
            let readings = readings.iter();
            LabelMessage::WrittenInOtherEncoding {
                text,
                column,
                readings: readings
                    .map(|(meant, written)| (excerpt(meant), (*written).to_owned()))
                    .collect(),
            }
        }
        Garbled::Escape(escape) => LabelMessage::Escape {
            escape: excerpt(escape),
            text,
            column,
        },
        Garbled::Lost => LabelMessage::LostLetter { text, column },
        Garbled::QuestionMark => LabelMessage::QuestionMark { text, column },
    }
}

fn garbled(text: &str) -> Option<Found> {
    let certain = |found| Found {
        found,
        is_of_signs: false,
    };
    if text.contains('\u{fffd}') {
        return Some(certain(Garbled::Lost));
    }
    if has_question_mark_in_a_word(text) {
        return Some(certain(Garbled::QuestionMark));
    }
    if let Some(escape) = escapes::escape(text) {
        return Some(certain(Garbled::Escape(escape.to_owned())));
    }
    if let Some(repaired) = utf8::repaired(text) {
        if repaired.text.contains('\u{fffd}') {
            return Some(certain(Garbled::Lost));
        }
        return Some(Found {
            found: Garbled::Utf8(repaired.text),
            is_of_signs: repaired.is_of_signs,
        });
    }
    let readings = one_byte::readings(text)?;
    Some(certain(if readings.is_empty() {
        Garbled::Lost
    } else {
        Garbled::OneByte(readings)
    }))
}

/// Returns whether a file has letters with accents as they should be. Then it was read in its encoding, and an `Â` before a sign
/// is one that somebody wrote.
fn has_letters_with_accents(lines: &[SuppliedMeaning]) -> bool {
    let mut texts = lines.iter().flat_map(texts).map(|(_, text)| text);
    texts.any(|text| {
        let is_letter = |char: char| !char.is_ascii() && char.is_alphabetic();
        text.chars().any(is_letter) && garbled(text).is_none()
    })
}

fn has_question_mark_in_a_word(text: &str) -> bool {
    let mut marks = text.match_indices('?').map(|(at, _)| at);
    marks.any(|at| {
        let before = text[..at].trim_end_matches('?');
        let behind = text[at..].trim_start_matches('?');
        let is_small = |char: Option<char>| char.is_some_and(char::is_lowercase);
        let is_in_word = is_small(before.chars().next_back()) && is_small(behind.chars().next());
        is_in_word && !is_answer(behind) && !is_in_address(text, at)
    })
}

/// Returns whether a text behind a question mark is an answer: a space is missing then, and no letter.
fn is_answer(text: &str) -> bool {
    const ANSWERS: [&str; 6] = ["ja", "nee", "neen", "oui", "yes", "no"];
    let end = text.find(|char: char| !char.is_alphanumeric());
    let word = &text[..end.unwrap_or(text.len())];
    ANSWERS.contains(&word) || word == "non"
}

/// Returns whether a place of a text is in the address of a web page.
fn is_in_address(text: &str, at: usize) -> bool {
    let start = text[..at].rfind(char::is_whitespace).unwrap_or(0);
    let before = text[start..at].to_ascii_lowercase();
    ["://", "www.", "mailto:"]
        .iter()
        .any(|it| before.contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::supplied::plausible::testing::{lines, list, warned};

    fn found(labels: &[&str]) -> Vec<usize> {
        let codes: Vec<_> = labels.iter().map(|label| ("1", *label)).collect();
        let lines = lines(&codes);
        let found = warned(&list(&[]), |it, report| check(it, &lines, report));
        assert!(found.iter().all(|it| it.1 == ListWarningKind::Encoding));
        found.into_iter().map(|(line, _)| line).collect()
    }

    #[test]
    fn text_read_in_another_encoding_is_reported() {
        for text in [
            "carriÃ¨re",
            "Co”rdinator",
            "Co&ouml;rdinator",
            "carri\u{fffd}re",
            "carriï¿½re",
            "carri?re",
            "carri??re",
            "Wat is dit? carri?re",
            "Â§ 3",
            "50Â\u{a0}euro",
        ] {
            assert_eq!(found(&[text]), [2], "{text}");
        }
    }

    #[test]
    fn text_as_it_should_be_is_not() {
        for text in [
            "carrière",
            "CARRIÈRE",
            "50 € à 100 €",
            "ja? nee",
            "wat?",
            "Wat?Waar?",
            "01?02",
            "ja/neen?",
            "Heeft u werk?ja",
            "http://x.be/a?b=c",
            "see www.x.be/a?b=c",
            "«Â»",
            "日本",
        ] {
            assert_eq!(found(&[text]), [0_usize; 0], "{text}");
        }
    }

    #[test]
    fn capital_before_a_sign_is_right_in_a_file_that_was_read_in_its_encoding() {
        assert_eq!(found(&["Â§ 3", "À côté"]), [0_usize; 0]);
        assert_eq!(found(&["Â§ 3", "cote"]), [2]);
        assert_eq!(found(&["carriÃ¨re", "À côté"]), [2]);
    }

    #[test]
    fn published_label_gives_no_warning() {
        let list = list(&[(Some("1"), "carriÃ¨re")]);
        let lines = lines(&[
            ("1", "carriÃ¨re"),
            ("2", "CoÃ¶rdinator"),
            ("3", "coördinator"),
        ]);
        let found = warned(&list, |it, report| check(it, &lines, report));
        assert_eq!(found, [(3, ListWarningKind::Encoding)]);
    }
}
