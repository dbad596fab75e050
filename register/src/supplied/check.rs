//! Checks of the lines of a supplied list against each other.
//!
//! Each check is a sort and one pass: a supplied file is not trusted, and a comparison of each of its 100,000 lines with each other
//! one would be five billion comparisons.

mod classes;
mod closed;

use std::collections::{BTreeMap, BTreeSet};

use beraad_describe::{ClosedSide, CodeList, Date, Label, excerpt};

pub(super) use self::closed::{contradicts, has_label};

use super::decimal::Decimal;
use super::error::Report;
use super::half_open::day_before_if_half_open;
use super::line::SuppliedMeaning;
use super::message::{Amounts, DescribedLine, LinesMessage};
use crate::overlap::report_contradictions;

/// Reports every error in the lines together, and between them and a closed list.
pub(super) fn check(list: &CodeList, meanings: &[SuppliedMeaning], report: &mut Report) {
    // Asked before the checks below: each of them may report something although every line was read.
    let is_complete = report.is_empty();
    let duplicates = duplicates(meanings, report);
    // A duplicate contradicts nothing, but as a class it would overlap with the line that it repeats.
    let unique = meanings.iter();
    let unique: Vec<_> = unique
        .filter(|meaning| !duplicates.contains(&meaning.line))
        .collect();
    contradictions(&unique, report);
    classes::check(&unique, is_complete, report);
    if list.rejects_unknown_codes() {
        for meaning in meanings {
            closed::check(list, meaning, report);
        }
    }
}

/// Reports the lines that repeat an earlier one, and returns them.
fn duplicates(meanings: &[SuppliedMeaning], report: &mut Report) -> BTreeSet<usize> {
    let mut first_lines = BTreeMap::new();
    let mut duplicates = BTreeSet::new();
    for meaning in meanings {
        let period = meaning.meaning.period;
        // One look-up for each line. What is not in the key (the French text, `missing`, the remark, the unit) does not
        // make a line another meaning.
        let key = (
            &*meaning.code,
            meaning.meaning.source.as_deref(),
            (period.from, period.to),
            Content::of(meaning),
        );
        match first_lines.get(&key) {
            None => {
                first_lines.insert(key, meaning.line);
            }
            Some(first) => {
                duplicates.insert(meaning.line);
                report.error(meaning.line, || LinesMessage::DuplicateLine {
                    line: *first,
                });
            }
        }
    }
    duplicates
}

/// The statement of a line about its code: the label, and the bounds of the class.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Content<'a> {
    label: &'a Label,
    lower: Option<Decimal>,
    upper: Option<Decimal>,
    closed: Option<ClosedSide>,
}

impl<'a> Content<'a> {
    fn of(meaning: &'a SuppliedMeaning) -> Self {
        let SuppliedMeaning { lower, upper, .. } = *meaning;
        let (label, class) = (&meaning.meaning.label, &meaning.meaning.class);
        Self {
            label,
            lower,
            upper,
            closed: class.as_ref().map(|class| class.closed),
        }
    }
}

/// Reports codes that have different meanings in overlapping periods of one source.
fn contradictions(meanings: &[&SuppliedMeaning], report: &mut Report) {
    let mut of_code: BTreeMap<_, Vec<&SuppliedMeaning>> = BTreeMap::new();
    for meaning in meanings {
        let key = (&*meaning.code, meaning.meaning.source.as_deref());
        of_code.entry(key).or_default().push(meaning);
    }
    for ((code, _), meanings) in of_code {
        report_contradictions(
            meanings,
            |meaning| meaning.meaning.period,
            Content::of,
            |one, other| {
                let (later, earlier) = in_file_order(one, other);
                report.error(later.line, || {
                    let (code, here, there) = (excerpt(code), described(later), described(earlier));
                    let line = earlier.line;
                    match half_open(one, other) {
                        Some((first, before)) => LinesMessage::MeaningsOnLastDay {
                            code,
                            here,
                            there,
                            line,
                            first,
                            before,
                        },
                        None => LinesMessage::Meanings {
                            code,
                            here,
                            there,
                            line,
                        },
                    }
                });
            },
        );
    }
}

/// The line whose period ends on the first day of the other one, and the day before that.
fn half_open(one: &SuppliedMeaning, other: &SuppliedMeaning) -> Option<(usize, Date)> {
    let of = |first: &SuppliedMeaning, next: &SuppliedMeaning| {
        let before = day_before_if_half_open(first.meaning.period, next.meaning.period)?;
        Some((first.line, before))
    };
    of(one, other).or_else(|| of(other, one))
}

/// The later and the earlier of two lines: an error is reported at the later one.
fn in_file_order<'a>(
    one: &'a SuppliedMeaning,
    other: &'a SuppliedMeaning,
) -> (&'a SuppliedMeaning, &'a SuppliedMeaning) {
    if one.line > other.line {
        (one, other)
    } else {
        (other, one)
    }
}

/// The label of a line and the bounds of its class, as a message names them.
fn described(meaning: &SuppliedMeaning) -> DescribedLine {
    let mut texts = meaning.meaning.label.iter();
    described_as(meaning, texts.next().map_or("", |(_, text)| text))
}

fn described_as(meaning: &SuppliedMeaning, label: &str) -> DescribedLine {
    let has_bounds = meaning.lower.is_some() || meaning.upper.is_some();
    DescribedLine {
        label: excerpt(label),
        amounts: has_bounds.then(|| amounts(meaning)),
    }
}

/// The bounds of a class, as a message names them.
fn amounts(meaning: &SuppliedMeaning) -> Amounts {
    let text = |bound: Option<Decimal>| bound.map(|bound| bound.to_string());
    Amounts {
        lower: text(meaning.lower),
        upper: text(meaning.upper),
    }
}
