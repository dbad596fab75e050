//! The codes of a part of a file, against their lists.

use beraad_schema::NearCodes;
use beraad_schema::describe::{
    CalendarPeriod, CodeEntry, CodeIndex, Observation, ReadAt, excerpt, is_missing_mark,
};

use super::{
    code_form, code_without_meaning, missing_mark, near_code, unknown_code, unlisted_code,
};
use crate::check::Check;
use crate::column::{VALUE, Values};
use crate::part::Part;
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
pub(super) fn run(plan: &BlockPlan<'_>, part: &Part, show_values: bool, tally: &mut Tally) {
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
        let detail = |key: usize| {
            let text = &*texts[key];
            if show_values {
                format!("`{}`", excerpt(text))
            } else {
                format!("the form `{}`", shape(text))
            }
        };
        let mut meanings = Meanings::new(plan);
        let mut failed = FailedChecks::default();
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
                        tally.add(check, Some(place), part.place(plan, row), || detail(key));
                    }
                }
                Fact::AtPeriod(entry) => {
                    let day = part.period(plan, row);
                    let check = &code_without_meaning::CHECK;
                    if day.is_some_and(|day| !meanings.has(key, entry, day))
                        && failed.is_first(row, check)
                    {
                        tally.add(check, Some(place), part.place(plan, row), || {
                            // A published code says little, and which one it is says what to correct.
                            format!("`{}`", excerpt(&texts[key]))
                        });
                    }
                }
            }
        }
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

/// The periods in which codes have a meaning.
struct Meanings<'p> {
    plan: &'p BlockPlan<'p>,
    /// The last answer: rows of one code and one period are often together.
    last: Option<(usize, i64, bool)>,
    known: hashbrown::HashMap<(usize, i64), bool>,
}

impl<'p> Meanings<'p> {
    fn new(plan: &'p BlockPlan<'p>) -> Self {
        Self {
            plan,
            last: None,
            known: hashbrown::HashMap::new(),
        }
    }

    fn has(&mut self, key: usize, entry: &CodeEntry, day: i64) -> bool {
        if let Some((last_key, last_day, has)) = self.last
            && (last_key, last_day) == (key, day)
        {
            return has;
        }
        let plan = self.plan;
        let has = *self.known.entry((key, day)).or_insert_with(|| {
            let period = plan.grain().and_then(|grain| period_of(grain, day));
            let observation = plan.observation.as_ref();
            period
                .zip(observation)
                .is_none_or(|(period, observation)| has_meaning(entry, period, observation))
        });
        self.last = Some((key, day, has));
        has
    }
}

fn has_meaning(entry: &CodeEntry, period: CalendarPeriod, observation: &Observation) -> bool {
    entry.is_valid(observation.code_period(period))
}
