//! `outside-window`: a row is of a period that the decision does not allow.

use crate::check::Check;
use crate::column::VALUE;
use crate::part::Part;
use crate::period::period_of;
use crate::plan::BlockPlan;
use crate::severity::Severity;
use crate::tally::Tally;
use std::collections::BTreeMap;

pub(crate) static CHECK: Check = Check {
    id: "outside-window",
    title: "a row is of a period that the decision does not allow",
    severity: Severity::Error,
    why: "The decision names the period of the data. Rows outside it may not be delivered.",
    remedy: "Remove these rows from the delivery.",
};

/// Finds the rows whose observation period is outside the window of the decision.
pub(super) fn run(plan: &BlockPlan<'_>, part: &Part, tally: &mut Tally) {
    let (Some(observed), Some(observation), Some(grain)) =
        (plan.observed, &plan.observation, plan.grain())
    else {
        return;
    };
    let column = &part.columns[observed];
    let Some(days) = column.numbers() else {
        return;
    };
    // There are few periods, and many rows of each.
    let mut known: BTreeMap<i64, bool> = BTreeMap::new();
    let mut last = None;
    for (row, (day, state)) in days.iter().zip(&column.states).enumerate() {
        if *state != VALUE {
            continue;
        }
        let is_inside = match last {
            Some((known, is_inside)) if known == *day => is_inside,
            _ => *known.entry(*day).or_insert_with(|| {
                period_of(grain, *day).is_none_or(|period| observation.contains(period))
            }),
        };
        last = Some((*day, is_inside));
        if !is_inside {
            tally.add(&CHECK, Some(observed), part.place(plan, row), String::new);
        }
    }
}
