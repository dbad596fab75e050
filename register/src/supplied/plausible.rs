//! Checks of what is well-formed in a supplied list, and probably not what its author meant.
//!
//! Each check is a sort or a look-up for each line, as the checks of errors are: a supplied file is not trusted, and may have
//! 100,000 lines. A check warns of what a file adds. What is published already is the model's, and gives no warning.

mod fold;
mod near;
mod published;
mod code_twins;
mod similar_codes;
mod labels;
mod placeholders;
mod spreadsheet;
mod encoding;
mod invisible;
mod long_labels;
mod swapped;
mod half_open;
mod gaps;
mod far_outside;
mod nines;
mod units;
mod similar_sources;
mod lacking_codes;

use beraad_describe::CodeList;

use self::published::Published;
use super::error::Report;
use super::line::SuppliedMeaning;

/// Reports everything implausible in the lines of a file. `complete` is the line that says that the file has every code,
/// `last_year` the last year of the data of the decision.
pub(super) fn check(
    list: &CodeList,
    lines: &[SuppliedMeaning],
    complete: Option<usize>,
    last_year: i32,
    report: &mut Report,
) {
    let published = Published::of(list);
    let new_codes = published.new_codes(lines);
    // A closed list rejects every other code and label, so that these are errors already.
    if !list.rejects_unknown_codes() {
        code_twins::check(&published, &new_codes, report);
        similar_codes::check(&published, &new_codes, report);
        labels::check(&published, lines, report);
        swapped::check(&published, lines, report);
        spreadsheet::check(&published, lines, &new_codes, report);
    }
    placeholders::check(&published, lines, &new_codes, report);
    encoding::check(&published, lines, report);
    invisible::check(&published, lines, report);
    long_labels::check(&published, lines, report);
    half_open::check(lines, report);
    gaps::check(lines, report);
    far_outside::check(lines, last_year, report);
    nines::check(lines, report);
    units::check(lines, report);
    similar_sources::check(list, lines, report);
    if let Some(complete) = complete {
        lacking_codes::check(list, lines, complete, report);
    }
}

/// The line and the list for the tests of the checks.
#[cfg(test)]
mod testing {
    use beraad_describe::{CodeEntry, CodeList, Date, Label, Language, ListKind, Meaning, Period};

    use super::super::warning::ListWarningKind;
    use super::{Published, Report, SuppliedMeaning};

    /// An open list with these codes and Dutch labels; a code that is `None` is not published.
    pub(super) fn list(codes: &[(Option<&str>, &str)]) -> CodeList {
        let mut list = CodeList::new(
            "list",
            Label::new([(Language::EN, "A list.")]),
            ListKind::Open,
        );
        for (code, label) in codes {
            let meaning = vec![meaning(label)];
            let entry = match code {
                Some(code) => CodeEntry::new((*code).to_owned(), meaning),
                None => CodeEntry::unpublished(meaning),
            };
            list.codes.push(entry);
        }
        list
    }

    fn meaning(label: &str) -> Meaning {
        Meaning::new(Label::new([(Language::NL, label.to_owned())]))
    }

    /// Lines with these codes and Dutch labels, from line 2 on.
    pub(super) fn lines(codes: &[(&str, &str)]) -> Vec<SuppliedMeaning> {
        let lines = codes.iter().zip(2..);
        lines
            .map(|((code, label), line)| SuppliedMeaning {
                line,
                code: (*code).to_owned(),
                meaning: meaning(label),
                lower: None,
                upper: None,
            })
            .collect()
    }

    /// Lines with these codes and periods, from line 2 on.
    pub(super) fn lines_in(codes: &[(&str, Period)]) -> Vec<SuppliedMeaning> {
        let texts: Vec<_> = codes.iter().map(|(code, _)| (*code, "een")).collect();
        let mut lines = lines(&texts);
        for (line, (_, period)) in lines.iter_mut().zip(codes) {
            line.meaning.period = *period;
        }
        lines
    }

    pub(super) fn period(from: Option<(i32, u32, u32)>, to: Option<(i32, u32, u32)>) -> Period {
        let day = |day: Option<(i32, u32, u32)>| day.map(|(y, m, d)| Date::ymd(y, m, d));
        Period::new(day(from), day(to))
    }

    /// The warnings of a check: the line and the kind of each.
    pub(super) fn warned(
        list: &CodeList,
        check: impl FnOnce(&Published<'_>, &mut Report),
    ) -> Vec<(usize, ListWarningKind)> {
        let mut report = Report::new(std::path::Path::new("list.csv"));
        check(&Published::of(list), &mut report);
        let warned = report.warned().into_iter();
        warned
            .map(|(line, kind)| (line.expect("a line"), kind))
            .collect()
    }
}
