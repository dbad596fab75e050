//! `outside-validity`: a row is of a period for which its source has no rows.

use beraad_schema::describe::Period;

use crate::check::Check;
use crate::part::Part;
use crate::part_periods::PartPeriods;
use crate::plan::BlockPlan;
use crate::severity::Severity;
use crate::tally::Tally;

pub(crate) static CHECK: Check = Check {
    id: "outside-validity",
    title: "a row is of a period for which its source has no rows",
    severity: Severity::Warning,
    why: "The source states for which period it has rows of this block. The decision allows the row, so the statement may be incomplete; or the row is of another source, or of another period than it says.",
    remedy: "Ask the provider from which source these rows come, and since when it has rows.",
};

/// Finds the rows whose observation period is in the window of the decision, and outside the period for which rows exist.
pub(super) fn run(plan: &BlockPlan<'_>, part: &Part, periods: &PartPeriods, tally: &mut Tally) {
    let Some(valid) = plan.valid else {
        return;
    };
    let rows = periods.rows_where(|day| plan.is_outside(valid, day));
    if rows.is_empty() {
        return;
    }
    let expected = format!("rows exist {}", in_words(valid));
    for row in rows {
        tally.add_named(&CHECK, plan.observed, part.place(plan, row), &expected);
    }
}

/// Returns a period in words: `from 2013-01-01`.
pub(super) fn in_words(valid: Period) -> String {
    match (valid.from, valid.to) {
        (Some(from), Some(to)) => format!("from {from} to {to}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) => format!("until {to}"),
        (None, None) => "always".to_owned(),
    }
}
