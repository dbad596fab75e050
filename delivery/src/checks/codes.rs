//! The codes of a part of a file, against their lists.

use std::collections::BTreeSet;

use beraad_schema::NearCodes;
use beraad_schema::describe::{CodeEntry, CodeIndex, Period, ReadAt, excerpt, is_missing_mark};

use super::outside_validity::in_words;
use super::{
    code_form, code_without_meaning, missing_mark, near_code, unknown_code, unlisted_code,
};
use crate::check::Check;
use crate::column::{VALUE, Values};
use crate::part::Part;
use crate::part_periods::PartPeriods;
use crate::period::period_of;
use crate::plan::BlockPlan;
use crate::shape::shape;
use crate::tally::Tally;

/// The facts about a code, which hold in any row.
enum Fact<'m> {
    Fine,
    Fails(&'static Check),
    /// It depends on the period of the row.
    AtPeriod(&'m CodeEntry),
}

/// Finds the codes that their lists do not have, or not in the period of the row.
pub(super) fn run(
    plan: &BlockPlan<'_>,
    part: &Part,
    periods: &PartPeriods,
    show_values: bool,
    tally: &mut Tally,
) {
    let code_periods = code_periods(plan, periods);
    for (place, (column, values)) in plan.columns.iter().zip(&part.columns).enumerate() {
        let Some(codes) = &column.codes else {
            continue;
        };
        // Each code with its row: of a list, a row may have several.
        let (keys, texts, rows) = match &values.values {
            Values::Codes { keys, texts } => (keys, texts, None),
            Values::Lists { rows, items } => match &**items {
                Values::Codes { keys, texts } => (keys, texts, Some(rows)),
                Values::Numbers(_) | Values::Lists { .. } => continue,
            },
            Values::Numbers(_) => continue,
        };
        let facts: Vec<_> = texts
            .iter()
            .map(|text| fact(codes, &column.near_codes, text))
            .collect();
        if facts.iter().all(|fact| matches!(fact, Fact::Fine)) {
            continue;
        }
        let mut meanings = Meanings::new(&facts, &code_periods, part.rows());
        let mut failed = FailedChecks::default();
        let mut found = FoundCodes::new(texts.len());
        for (item, key) in keys.iter().enumerate() {
            let row = rows.map_or(item, |rows| rows[item]);
            if values.states[row] != VALUE {
                continue;
            }
            let key = usize::try_from(*key).unwrap_or_default();
            match &facts[key] {
                Fact::Fine => {}
                Fact::Fails(check) => {
                    if failed.is_first(row, check) {
                        tally.add(check, Some(place), part.place(plan, row));
                        found.add(key);
                    }
                }
                Fact::AtPeriod(entry) => {
                    let check = &code_without_meaning::CHECK;
                    if !meanings.has(key, entry, periods.of_rows[row])
                        && failed.is_first(row, check)
                    {
                        tally.add(check, Some(place), part.place(plan, row));
                        found.add(key);
                    }
                }
            }
        }
        for key in found.keys {
            let text = &*texts[key];
            let check = match &facts[key] {
                Fact::Fine => continue,
                Fact::Fails(check) => *check,
                Fact::AtPeriod(_) => &code_without_meaning::CHECK,
            };
            let detail = detail(check, codes, &column.near_codes, text, show_values);
            tally.add_details(check, Some(place), &detail, found.counts[key]);
        }
    }
}

/// The number of codes of a list that a message names.
const MAX_NAMED: usize = 8;

/// Returns what was found, and what the list has instead.
fn detail(
    check: &Check,
    codes: &CodeIndex<'_>,
    near_codes: &NearCodes,
    text: &str,
    show_values: bool,
) -> String {
    let list = codes.list();
    // A published code says little, and which one it is says what to correct.
    if *check == code_without_meaning::CHECK {
        let entry = codes.find(text);
        let meanings = entry.map(|it| &*it.meanings).unwrap_or_default();
        let periods = meanings.iter().map(|it| in_words(it.period));
        let periods: BTreeSet<_> = periods.collect();
        let periods: Vec<_> = periods.into_iter().collect();
        let code = excerpt(text);
        return format!("`{code}`, which has a meaning {}", periods.join(" and "));
    }
    let found = if show_values {
        format!("`{}`", excerpt(text))
    } else {
        format!("the form `{}`", shape(text))
    };
    if *check == near_code::CHECK {
        let nearest = near_codes.nearest(text).unwrap_or_default();
        return format!("{found}: the list has `{}`", excerpt(nearest));
    }
    if *check == unknown_code::CHECK {
        let published = list.published_codes().map(|(code, _)| excerpt(code));
        let published: BTreeSet<_> = published.collect();
        let id = &list.id;
        if published.len() > MAX_NAMED {
            return format!("{found}: `{id}` has {} other codes", published.len());
        }
        let named: Vec<_> = published.iter().map(|code| format!("`{code}`")).collect();
        return format!("{found}: `{id}` has {}", named.join(", "));
    }
    found
}

/// The number of findings of each code, and the first codes that have one. To make the detail of a code costs more than to look it up.
struct FoundCodes {
    counts: Vec<u64>,
    keys: Vec<usize>,
}

/// The number of codes in a part of a file that have a detail.
const MAX_DETAILED: usize = 100;

impl FoundCodes {
    fn new(codes: usize) -> Self {
        Self {
            counts: vec![0; codes],
            keys: Vec::new(),
        }
    }

    fn add(&mut self, key: usize) {
        if self.counts[key] == 0 && self.keys.len() < MAX_DETAILED {
            self.keys.push(key);
        }
        self.counts[key] += 1;
    }
}

fn fact<'m>(codes: &'m CodeIndex<'m>, near_codes: &NearCodes, text: &str) -> Fact<'m> {
    let list = codes.list();
    let Some(entry) = codes.find(text) else {
        if list.rejects_unknown_codes() {
            return Fact::Fails(&unknown_code::CHECK);
        }
        if is_missing_mark(text) {
            return Fact::Fails(&missing_mark::CHECK);
        }
        if list.required_form().is_some_and(|form| !form.accepts(text)) {
            return Fact::Fails(&code_form::CHECK);
        }
        // Of a list without a code, nothing is known.
        let is_known = list.published_codes().next().is_some() && !list.is_reference_only();
        return if !is_known {
            Fact::Fine
        } else if near_codes.contain(text) {
            Fact::Fails(&near_code::CHECK)
        } else {
            Fact::Fails(&unlisted_code::CHECK)
        };
    };
    let is_read_then = list.read_at == ReadAt::ObservationPeriod && !list.is_reference_only();
    if is_read_then && !entry.meanings.is_empty() {
        Fact::AtPeriod(entry)
    } else {
        Fact::Fine
    }
}

/// The checks that a row fails in a column. Of several codes in a row, more than one may fail the same check, and a finding counts rows.
#[derive(Default)]
struct FailedChecks {
    row: usize,
    checks: Vec<&'static Check>,
}

impl FailedChecks {
    /// Adds a check. Returns true if the row did not fail it before.
    fn is_first(&mut self, row: usize, check: &'static Check) -> bool {
        if self.row != row {
            self.row = row;
            self.checks.clear();
        }
        let is_first = !self.checks.iter().any(|it| std::ptr::eq(*it, check));
        if is_first {
            self.checks.push(check);
        }
        is_first
    }
}

/// Returns the days by which the codes of each period of a part are read; `None` if they are not known.
fn code_periods(plan: &BlockPlan<'_>, periods: &PartPeriods) -> Vec<Option<Period>> {
    let (Some(grain), Some(observation)) = (plan.grain(), &plan.observation) else {
        return vec![None; periods.days.len()];
    };
    let days = periods.days.iter();
    let read_at = days.map(|day| period_of(grain, *day).map(|it| observation.code_period(it)));
    read_at.collect()
}

/// The periods of a part in which its codes have a meaning.
struct Meanings<'p> {
    code_periods: &'p [Option<Period>],
    /// For each code a place for each period. It is empty where this would take more memory than the rows, and a code is then read in
    /// each of them.
    known: Vec<Option<bool>>,
}

impl<'p> Meanings<'p> {
    fn new(facts: &[Fact<'_>], code_periods: &'p [Option<Period>], rows: usize) -> Self {
        let places = facts.len().saturating_mul(code_periods.len());
        let is_small = places <= 4096 + 8 * rows;
        Self {
            code_periods,
            known: vec![None; if is_small { places } else { 0 }],
        }
    }

    /// Returns false if a code has no meaning in a period of the part. Of a row without a period nothing is known.
    fn has(&mut self, key: usize, entry: &CodeEntry, period: u32) -> bool {
        let period = usize::try_from(period).unwrap_or(usize::MAX);
        let Some(code_period) = self.code_periods.get(period) else {
            return true;
        };
        let has_meaning = || code_period.is_none_or(|period| entry.is_valid(period));
        match self.known.get_mut(key * self.code_periods.len() + period) {
            Some(known) => *known.get_or_insert_with(has_meaning),
            None => has_meaning(),
        }
    }
}
