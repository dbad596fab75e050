//! Codes that look like a published one: with a space in them, or a letter instead of a digit.

use std::collections::BTreeMap;

use beraad_describe::excerpt;

use super::published::Published;
use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::message::{CodeDifference, CodeMessage};
use crate::supplied::warning::ListWarningKind;

pub(super) fn check(
    published: &Published<'_>,
    new_codes: &[&SuppliedMeaning],
    report: &mut Report,
) {
    let codes = published.list.published_codes().map(|(code, _)| code);
    let codes: BTreeMap<String, &str> = codes.map(|code| (without_spaces(code), code)).collect();
    // Where the codes contain letters, another letter is another code.
    let are_numbers = codes
        .keys()
        .all(|code| code.bytes().all(|byte| byte.is_ascii_digit()));
    for line in new_codes {
        let spaceless = without_spaces(&line.code);
        let (known, difference) = if let Some(known) = codes.get(&spaceless) {
            (known, CodeDifference::Space)
        } else if let Some(known) = codes.get(&with_digits(&spaceless)).filter(|_| are_numbers) {
            (known, CodeDifference::LetterLikeDigit)
        } else {
            continue;
        };
        report.warning(line.line, ListWarningKind::SimilarCode, &line.code, || {
            CodeMessage::SimilarToPublished {
                code: excerpt(&line.code),
                other: excerpt(known),
                difference,
            }
        });
    }
}

fn without_spaces(code: &str) -> String {
    code.replace(' ', "")
}

/// The code with the digit for each letter that looks like one.
fn with_digits(code: &str) -> String {
    let digit = |char: char| match char {
        'O' | 'o' => '0',
        'I' | 'l' => '1',
        char => char,
    };
    code.chars().map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::supplied::plausible::testing::{lines, list, warned};

    fn found(published: &[(Option<&str>, &str)], codes: &[(&str, &str)]) -> Vec<usize> {
        let lines = lines(codes);
        let found = warned(&list(published), |it, report| {
            check(it, &it.new_codes(&lines), report);
        });
        let kind = ListWarningKind::SimilarCode;
        assert!(found.iter().all(|it| it.1 == kind));
        found.into_iter().map(|(line, _)| line).collect()
    }

    #[test]
    fn code_that_looks_like_a_published_one_is_reported() {
        let published = [(Some("01"), "a"), (Some("10"), "b")];
        let codes = [("O1", "c"), ("0 1", "d"), ("I0", "e"), ("lO", "f")];
        assert_eq!(found(&published, &codes), [2, 3, 4, 5]);
    }

    #[test]
    fn published_and_other_codes_give_no_warning() {
        let published = [(Some("01"), "a"), (Some("10"), "b")];
        let codes = [
            ("01", "a"),
            ("02", "c"),
            ("O2", "d"),
            ("A1", "e"),
            ("", "f"),
        ];
        assert_eq!(found(&published, &codes), [0_usize; 0]);
        let with_letters = [(Some("10"), "a"), (Some("B"), "b")];
        assert_eq!(found(&with_letters, &[("IO", "c")]), [0_usize; 0]);
    }
}
