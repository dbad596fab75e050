//! A file whose columns are swapped: labels in the column of the codes, and codes in that of the labels.

use beraad_describe::excerpt;

use super::published::Published;
use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::message::CodeMessage;
use crate::supplied::warning::ListWarningKind;

/// The number of letters that the longest word among the codes must have. Codes such as `MON` are shorter.
const MIN_LETTERS: usize = 4;

/// Reports a file in which every code is a word and every label is a number or the like.
pub(super) fn check(published: &Published<'_>, lines: &[SuppliedMeaning], report: &mut Report) {
    let Some(first) = lines.first().filter(|_| lines.len() > 1) else {
        return;
    };
    let is_swapped = |line: &SuppliedMeaning| {
        let labels = line.meaning.label.iter();
        let mut labels = labels.map(|(_, text)| text);
        is_word(&line.code) && published.entry(&line.code).is_none() && labels.all(is_like_a_code)
    };
    let has_long_word = lines.iter().any(|line| line.code.len() >= MIN_LETTERS);
    if has_long_word && lines.iter().all(is_swapped) {
        report.warning(
            first.line,
            ListWarningKind::SwappedColumns,
            &first.code,
            || {
                let label = first.meaning.label.iter().next();
                CodeMessage::SwappedColumns {
                    code: excerpt(&first.code),
                    label: excerpt(label.map_or("", |(_, text)| text)),
                }
            },
        );
    }
}

fn is_word(text: &str) -> bool {
    let is_of_word = |byte: u8| byte.is_ascii_alphabetic() || b" '/,.()&-".contains(&byte);
    let letters = text.bytes().filter(u8::is_ascii_alphabetic).count();
    letters >= 3 && text.bytes().all(is_of_word)
}

/// `01`, `11001`, `A1`, `01.1`: a digit, and no more than a letter or two beside it.
fn is_like_a_code(text: &str) -> bool {
    let letters = text.chars().filter(|char| char.is_alphabetic()).count();
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    has_digit && letters <= 2 && !text.contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::supplied::plausible::testing::{lines, list, warned};

    fn found(codes: &[(&str, &str)]) -> Vec<(usize, ListWarningKind)> {
        let lines = lines(codes);
        let list = list(&[(Some("zone"), "1")]);
        warned(&list, |it, report| check(it, &lines, report))
    }

    #[test]
    fn swapped_columns_are_reported_once() {
        let expected = [(2, ListWarningKind::SwappedColumns)];
        assert_eq!(found(&[("Antwerpen", "01"), ("Gent", "02")]), expected);
        assert_eq!(found(&[("low", "A1"), ("Sint-Niklaas", "46021")]), expected);
    }

    #[test]
    fn codes_and_labels_in_their_columns_are_not() {
        for codes in [
            &[("01", "Antwerpen"), ("02", "Gent")][..],
            &[("1", "1"), ("2", "2")],
            &[("MON", "1"), ("TUE", "2")],
            &[("none", "0"), ("some", "some of it")],
            &[("zone", "1"), ("other", "2")],
            &[("small", "0 - 10"), ("large", "10 - 20")],
            &[("Antwerpen", "01")],
            &[],
        ] {
            assert_eq!(found(codes), [], "{codes:?}");
        }
    }
}
