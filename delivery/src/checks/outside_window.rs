//! `outside-window`: a row is of a period that the decision does not allow.

use beraad_schema::describe::Language;

use crate::check::Check;
use crate::part::Part;
use crate::part_periods::PartPeriods;
use crate::period::period_of;
use crate::plan::BlockPlan;
use crate::severity::Severity;
use crate::tally::Tally;

pub(crate) static CHECK: Check = Check {
    id: "outside-window",
    title: "a row is of a period that the decision does not allow",
    severity: Severity::Error,
    why: "The decision names the period of the data. Rows outside it may not be delivered.",
    remedy: "Remove these rows from the delivery.",
};

/// Finds the rows whose observation period is outside the window of the decision.
pub(super) fn run(plan: &BlockPlan<'_>, part: &Part, periods: &PartPeriods, tally: &mut Tally) {
    let (Some(observation), Some(grain)) = (&plan.observation, plan.grain()) else {
        return;
    };
    let rows = periods.rows_where(|day| {
        let period = period_of(grain, day);
        period.is_some_and(|period| !observation.contains(period))
    });
    if rows.is_empty() {
        return;
    }
    for row in &rows {
        tally.add(&CHECK, plan.observed, part.place(plan, *row));
    }
    let expected = observation.message();
    let expected = expected.get(Language::EN);
    tally.add_details(
        &CHECK,
        plan.observed,
        &format!("expected: {expected}"),
        rows.len() as u64,
    );
}
