//! Codes that differ from another code by leading zeros or capitals only.

use std::collections::BTreeMap;

use beraad_describe::{code_without_zeros, excerpt};

use super::fold::folded;
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
    let capitals_differ = capitals_distinguish_codes(new_codes);
    // The first code with each form, with its line if it is not published.
    let mut known: BTreeMap<String, (&str, Option<&SuppliedMeaning>)> = BTreeMap::new();
    for (code, _) in published.list.published_codes() {
        known
            .entry(code_without_zeros(code))
            .or_insert((code, None));
    }
    let width = width_with_zeros(published);
    for line in new_codes {
        if let Some((other, place)) = known.get(&code_without_zeros(&line.code)) {
            let kind = kind(&line.code, other);
            let is_of_system =
                place.is_some_and(|other| differ_on_purpose_by_capitals(line, other));
            if capitals_differ && is_of_system {
                continue;
            }
            if place.is_some_and(|other| differ_on_purpose_by_zeros(line, other)) {
                continue;
            }
            report.warning(line.line, kind, &line.code, || {
                let difference = match kind {
                    ListWarningKind::Capitals => CodeDifference::Capitals,
                    _ => CodeDifference::LeadingZeros,
                };
                let (code, other) = (excerpt(&line.code), excerpt(other));
                match place {
                    None => CodeMessage::LikePublished {
                        code,
                        other,
                        difference,
                    },
                    Some(place) => CodeMessage::LikeLine {
                        code,
                        other,
                        line: place.line,
                        difference,
                    },
                }
            });
            continue;
        }
        known.insert(code_without_zeros(&line.code), (&line.code, Some(line)));
        if let Some(width) = width.filter(|width| is_short_number(&line.code, *width)) {
            report.warning(line.line, ListWarningKind::LeadingZeros, &line.code, || {
                let code = excerpt(&line.code);
                CodeMessage::FewerDigits { code, width }
            });
        }
    }
}

/// Returns whether the codes of a file differ by capitals on purpose: at least two pairs do, each with two labels. A slip of the
/// keyboard or a program that changes capitals does not make such pairs.
fn capitals_distinguish_codes(lines: &[&SuppliedMeaning]) -> bool {
    let mut first: BTreeMap<String, &SuppliedMeaning> = BTreeMap::new();
    let mut pairs = 0;
    for line in lines {
        match first.get(&line.code.to_ascii_lowercase()) {
            None => {
                first.insert(line.code.to_ascii_lowercase(), line);
            }
            Some(other) => pairs += usize::from(differ_on_purpose_by_capitals(line, other)),
        }
    }
    pairs >= 2
}

/// Returns whether two codes differ by capitals only, and have different labels.
fn differ_on_purpose_by_capitals(one: &SuppliedMeaning, other: &SuppliedMeaning) -> bool {
    one.code.eq_ignore_ascii_case(&other.code) && have_different_labels(one, other)
}

/// Returns whether two codes are zeros only, such as `0` and `00`, and have different labels. A program that drops zeros makes one
/// code of both.
fn differ_on_purpose_by_zeros(one: &SuppliedMeaning, other: &SuppliedMeaning) -> bool {
    let is_zeros = |line: &SuppliedMeaning| line.code.bytes().all(|byte| byte == b'0');
    is_zeros(one) && is_zeros(other) && have_different_labels(one, other)
}

fn have_different_labels(one: &SuppliedMeaning, other: &SuppliedMeaning) -> bool {
    let labels = |line: &SuppliedMeaning| -> Vec<_> {
        let labels = line.meaning.label.iter();
        labels
            .map(|(language, text)| (language, folded(text)))
            .collect()
    };
    labels(one) != labels(other)
}

/// The difference between two codes of one form.
fn kind(code: &str, other: &str) -> ListWarningKind {
    if code.len() == other.len() {
        ListWarningKind::Capitals
    } else {
        ListWarningKind::LeadingZeros
    }
}

/// The length of the published codes, if they are numbers of one length and some have leading zeros.
fn width_with_zeros(published: &Published<'_>) -> Option<usize> {
    let mut codes = published.list.published_codes().map(|(code, _)| code);
    let width = codes.next()?.len();
    let all = || published.list.published_codes().map(|(code, _)| code);
    let is_number = |code: &str| code.len() == width && code.bytes().all(|it| it.is_ascii_digit());
    let has_zeros = || all().any(|code| code.starts_with('0') && code.len() > 1);
    (all().count() > 2 && all().all(is_number) && has_zeros()).then_some(width)
}

fn is_short_number(code: &str, width: usize) -> bool {
    !code.is_empty() && code.len() < width && code.bytes().all(|it| it.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use ListWarningKind::{Capitals, LeadingZeros};

    use super::*;
    use crate::supplied::plausible::testing::{lines, list, warned};

    #[test]
    fn code_that_lost_its_zeros_or_its_capitals_is_reported() {
        let list = list(&[(Some("01"), "a"), (Some("M"), "b")]);
        let lines = lines(&[
            ("1", "c"),
            ("m", "d"),
            ("007", "e"),
            ("07", "f"),
            ("x", "g"),
            ("X", "h"),
        ]);
        let found = warned(&list, |published, report| {
            check(published, &published.new_codes(&lines), report);
        });
        let expected = [
            (2, LeadingZeros),
            (3, Capitals),
            (5, LeadingZeros),
            (7, Capitals),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn shorter_number_than_all_published_codes_is_reported() {
        let list = list(&[(Some("01"), "a"), (Some("02"), "b"), (Some("10"), "c")]);
        let lines = lines(&[("7", "d"), ("11", "e"), ("A", "f")]);
        let found = warned(&list, |published, report| {
            check(published, &published.new_codes(&lines), report);
        });
        assert_eq!(found, [(2, LeadingZeros)]);
    }

    #[test]
    fn codes_that_differ_by_capitals_in_pairs_give_no_warning() {
        let found = |codes: &[(&str, &str)]| {
            let lines = lines(codes);
            warned(&list(&[]), |published, report| {
                check(published, &published.new_codes(&lines), report);
            })
        };
        let system = [("a", "small"), ("A", "large"), ("b", "x"), ("B", "y")];
        assert_eq!(found(&system), []);
        assert_eq!(found(&system[..2]), [(3, Capitals)], "one pair is a slip");
        let same = [("a", "x"), ("A", "X."), ("b", "y"), ("B", "Y")];
        assert_eq!(
            found(&same),
            [(3, Capitals), (5, Capitals)],
            "one meaning each"
        );
    }

    #[test]
    fn codes_of_zeros_with_different_labels_give_no_warning() {
        let found = |codes: &[(&str, &str)]| {
            let lines = lines(codes);
            warned(&list(&[]), |published, report| {
                check(published, &published.new_codes(&lines), report);
            })
        };
        assert_eq!(found(&[("0", "none"), ("00", "unknown")]), []);
        let zeros = [(3, LeadingZeros)];
        assert_eq!(found(&[("0", "none"), ("00", "None.")]), zeros);
        assert_eq!(found(&[("1", "one"), ("01", "other")]), zeros);
    }

    #[test]
    fn published_and_other_codes_give_no_warning() {
        let mut list = list(&[(Some("01"), "a"), (Some("1"), "b"), (Some("m"), "c")]);
        list.codes[2].aliases = vec!["M".into()];
        let lines = lines(&[
            ("1", "b"),
            ("01", "a"),
            ("m", "c"),
            ("M", "c"),
            ("10", "d"),
            ("10", "e"),
            ("0", "f"),
            ("", "g"),
            ("100", "h"),
        ]);
        let found = warned(&list, |published, report| {
            check(published, &published.new_codes(&lines), report);
        });
        assert_eq!(found, []);
    }
}
