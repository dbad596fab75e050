//! Amount classes: on each day, one class begins where another one ends.

use std::collections::{BTreeMap, BTreeSet};

use beraad_describe::{ClosedSide, excerpt};

use super::{amounts, in_file_order};
use crate::overlap::{end, start};
use crate::supplied::decimal::Decimal;
use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::message::LinesMessage;

/// Reports gaps and overlaps between classes that are valid on the same day, by source, currency and unit.
///
/// If the file is not `is_complete`, since some lines could not be read, a gap may be the place of such a line. Only overlaps are
/// reported then.
pub(super) fn check(meanings: &[&SuppliedMeaning], is_complete: bool, report: &mut Report) {
    let mut scales: BTreeMap<_, Vec<&SuppliedMeaning>> = BTreeMap::new();
    for meaning in meanings {
        let Some(class) = &meaning.meaning.class else {
            continue;
        };
        if meaning.lower.is_some() || meaning.upper.is_some() {
            let key = (
                meaning.meaning.source.as_deref(),
                class.currency.as_deref(),
                class.unit.as_deref(),
            );
            scales.entry(key).or_default().push(meaning);
        }
    }
    for classes in scales.into_values() {
        check_scale(&classes, is_complete, report);
    }
}

/// The classes that begin, and those that are over, on one day.
#[derive(Default)]
struct Changes {
    begin: Vec<usize>,
    over: Vec<usize>,
}

/// The position of a class among others: by its lower bound, then by its upper bound.
///
/// No lower bound comes before any, no upper bound comes after any. The last item is the index of the class.
type Position = (Option<Decimal>, bool, Option<Decimal>, usize);

fn position(classes: &[&SuppliedMeaning], index: usize) -> Position {
    let SuppliedMeaning { lower, upper, .. } = *classes[index];
    (lower, upper.is_none(), upper, index)
}

/// Reports gaps and overlaps in the classes of one source, currency and unit.
///
/// The pass goes through time, over the days on which a class begins or is over, with the set `valid` of the classes that are valid
/// on the day, in the order of their positions.
///
/// Only neighbours in that order are compared. That is enough: if two classes overlap and a third one is between them, its lower
/// bound lies between theirs, so it overlaps the first one too; and a gap is by definition between neighbours.
///
/// After each day, every pair of neighbours in `valid` has been compared. Two classes become neighbours only if one of them was
/// inserted next to the other, or if a class between them was removed. So it is enough to look at the neighbourhood of the position
/// of each class that was inserted or removed: the class before it, and the two from it on (an inserted class is itself the first
/// of these). A pair that was compared on an earlier day is not compared again, so that it is not reported twice.
///
/// Each class is inserted once and removed at most once, and either brings at most two pairs. The time is that of sorting the
/// classes, whatever their number on one day.
fn check_scale(classes: &[&SuppliedMeaning], is_complete: bool, report: &mut Report) {
    let mut days: BTreeMap<i64, Changes> = BTreeMap::new();
    for (index, class) in classes.iter().enumerate() {
        let period = class.meaning.period;
        days.entry(start(period)).or_default().begin.push(index);
        if period.to.is_some() {
            // On its last day a class is still valid.
            days.entry(end(period) + 1).or_default().over.push(index);
        }
    }
    let mut valid: BTreeSet<Position> = BTreeSet::new();
    let mut compared = BTreeSet::new();
    for Changes { begin, over } in days.into_values() {
        let mut changed = Vec::with_capacity(begin.len() + over.len());
        for index in over {
            let position = position(classes, index);
            valid.remove(&position);
            changed.push(position);
        }
        for index in begin {
            let position = position(classes, index);
            valid.insert(position);
            changed.push(position);
        }
        // Only now, after all changes of the day: in between, `valid` has classes that are not valid on one day.
        for position in changed {
            let before = valid.range(..position).next_back();
            let after = valid.range(position..).take(2);
            let around: Vec<_> = before.into_iter().chain(after).collect();
            for pair in around.windows(2) {
                let (lower, upper) = (pair[0].3, pair[1].3);
                if compared.insert((lower, upper)) {
                    compare(classes[lower], classes[upper], is_complete, report);
                }
            }
        }
    }
}

/// Reports a gap or an overlap between two neighbours, of which `a` begins first.
fn compare(a: &SuppliedMeaning, b: &SuppliedMeaning, is_complete: bool, report: &mut Report) {
    let (later, earlier) = in_file_order(a, b);
    let overlap = || LinesMessage::Overlap {
        code: excerpt(&later.code),
        amounts: amounts(later),
        other: excerpt(&earlier.code),
        other_amounts: amounts(earlier),
        line: earlier.line,
    };
    let gap = || LinesMessage::Gap {
        code: excerpt(&later.code),
        amounts: amounts(later),
        other: excerpt(&earlier.code),
        other_amounts: amounts(earlier),
        line: earlier.line,
    };
    // Without an upper bound, `a` reaches beyond `b`. If `b` has no lower bound, neither has `a`, which is before
    // it: a class without one comes first.
    let Some((upper, lower)) = a.upper.zip(b.lower) else {
        report.error(later.line, overlap);
        return;
    };
    let (has_upper, has_lower) = (contains_upper(a), contains_lower(b));
    // A bound of which it is not known whether it belongs to its class is neither a gap nor an overlap.
    let is_gap = if upper == lower {
        has_upper == Some(false) && has_lower == Some(false)
    } else {
        !upper.is_next(lower) || has_upper == Some(false) || has_lower == Some(false)
    };
    let is_shared = has_upper == Some(true) && has_lower == Some(true);
    if upper > lower || (upper == lower && is_shared) {
        report.error(later.line, overlap);
    } else if is_gap && is_complete {
        report.error(later.line, gap);
    }
}

/// Returns whether the upper bound belongs to the class; `None` if no source says.
fn contains_upper(class: &SuppliedMeaning) -> Option<bool> {
    match closed(class) {
        ClosedSide::Right | ClosedSide::Both => Some(true),
        ClosedSide::Left => Some(false),
        ClosedSide::Unknown => None,
    }
}

/// Returns whether the lower bound belongs to the class; `None` if no source says.
fn contains_lower(class: &SuppliedMeaning) -> Option<bool> {
    match closed(class) {
        ClosedSide::Left | ClosedSide::Both => Some(true),
        ClosedSide::Right => Some(false),
        ClosedSide::Unknown => None,
    }
}

fn closed(class: &SuppliedMeaning) -> ClosedSide {
    let bounds = class.meaning.class.as_ref();
    bounds.map(|bounds| bounds.closed).unwrap_or_default()
}
