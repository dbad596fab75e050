//! A file that says that it has every code, and lacks published ones.

use std::collections::BTreeSet;

use beraad_describe::{CodeList, excerpt};

use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::message::CodeMessage;
use crate::supplied::warning::ListWarningKind;

/// The number of codes that the message names.
const MAX_NAMED: usize = 8;

pub(super) fn check(
    list: &CodeList,
    lines: &[SuppliedMeaning],
    complete: usize,
    report: &mut Report,
) {
    if lines.is_empty() {
        // Such a file supplies nothing.
        report.warning(
            complete,
            ListWarningKind::LacksPublishedCode,
            "complete",
            || CodeMessage::LacksAll,
        );
        return;
    }
    // The codes of a reference-only list need not occur in the data.
    if list.is_reference_only() {
        return;
    }
    let supplied: BTreeSet<&str> = lines.iter().map(|line| &*line.code).collect();
    let is_supplied = |code: &str, aliases: &[beraad_describe::Text]| {
        supplied.contains(code) || aliases.iter().any(|alias| supplied.contains(&**alias))
    };
    let codes = list.published_codes();
    let lacking = codes.filter(|(code, entry)| !is_supplied(code, &entry.aliases));
    let lacking: Vec<_> = lacking.map(|(code, _)| code).collect();
    if lacking.is_empty() {
        return;
    }
    report.warning(
        complete,
        ListWarningKind::LacksPublishedCode,
        "complete",
        || {
            let named = lacking.iter().take(MAX_NAMED);
            CodeMessage::LacksPublished {
                codes: named.map(|code| excerpt(code)).collect(),
                more: lacking.len().saturating_sub(MAX_NAMED),
            }
        },
    );
}

#[cfg(test)]
mod tests {
    use beraad_describe::ListStatus;

    use super::*;
    use crate::supplied::plausible::testing::{lines, list, warned};

    #[test]
    fn published_code_that_a_complete_file_lacks_is_reported_at_the_statement() {
        let mut list = list(&[(Some("1"), "een"), (Some("2"), "twee"), (None, "drie")]);
        let found = |list: &CodeList, codes: &[(&str, &str)]| {
            let lines = lines(codes);
            warned(list, |_, report| check(list, &lines, 1, report))
        };
        assert_eq!(
            found(&list, &[("1", "een")]),
            [(1, ListWarningKind::LacksPublishedCode)]
        );
        assert_eq!(found(&list, &[("1", "een"), ("2", "twee"), ("9", "x")]), []);
        let empty = [(1, ListWarningKind::LacksPublishedCode)];
        assert_eq!(found(&list, &[]), empty);
        list.status = Some(ListStatus::Reference);
        assert_eq!(found(&list, &[("1", "een")]), []);
    }
}
