//! Codes that differ from another code by leading zeros or capitals only.

use std::collections::BTreeMap;

use super::published::Published;
use crate::excerpt::excerpt;
use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::warning::ListWarningKind;

pub(super) fn check(published: &Published<'_>, lines: &[SuppliedMeaning], report: &mut Report) {
    // The first code with each form, with its line if it is not published.
    let mut known: BTreeMap<String, (&str, Option<usize>)> = BTreeMap::new();
    for (code, _) in published.list.published_codes() {
        known.entry(form(code)).or_insert((code, None));
    }
    let width = width_with_zeros(published);
    for line in published.new_codes(lines) {
        if let Some((other, place)) = known.get(&form(&line.code)) {
            let kind = kind(&line.code, other);
            report.warning(line.line, kind, || {
                let difference = match kind {
                    ListWarningKind::Capitals => "capitals",
                    _ => "leading zeros",
                };
                let (code, other) = (excerpt(&line.code), excerpt(other));
                let other = match place {
                    None => format!("the published code `{other}`"),
                    Some(line) => format!("the code `{other}` of line {line}"),
                };
                format!("code `{code}` differs from {other} only by {difference}; write codes as in the data (in a spreadsheet, format the cells as text first)")
            });
            continue;
        }
        known.insert(form(&line.code), (&line.code, Some(line.line)));
        if let Some(width) = width.filter(|width| is_short_number(&line.code, *width)) {
            report.warning(line.line, ListWarningKind::LeadingZeros, || {
                let code = excerpt(&line.code);
                format!("code `{code}` has fewer than {width} digits, and all published codes have {width}, with zeros before them; write codes as in the data (in a spreadsheet, format the cells as text first)")
            });
        }
    }
}

/// The code without leading zeros and capitals. The code `0` keeps a zero, since the empty text is another code.
fn form(code: &str) -> String {
    let trimmed = code.trim_start_matches('0');
    if trimmed.is_empty() && !code.is_empty() {
        return "0".to_owned();
    }
    trimmed.to_ascii_lowercase()
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
        let found = warned(&list, |published, report| check(published, &lines, report));
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
        let found = warned(&list, |published, report| check(published, &lines, report));
        assert_eq!(found, [(2, LeadingZeros)]);
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
        let found = warned(&list, |published, report| check(published, &lines, report));
        assert_eq!(found, []);
    }
}
