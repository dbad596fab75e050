//! `value-outside-validity`: a column has a value in a period in which its variable does not exist.

use super::outside_validity::in_words;
use crate::check::Check;
use crate::column::VALUE;
use crate::part::Part;
use crate::part_periods::PartPeriods;
use crate::plan::BlockPlan;
use crate::severity::Severity;
use crate::tally::Tally;

pub(crate) static CHECK: Check = Check {
    id: "value-outside-validity",
    title: "a column has a value in a period in which its variable does not exist",
    severity: Severity::Warning,
    why: "The source states for which period it has the variable. The value may be of another variable, or of another period than the row says; or the statement is incomplete.",
    remedy: "Ask the provider which variable of the source the column holds in these periods.",
};

/// Finds the values of rows whose observation period is in the window of the decision, and outside the period for which the variable exists.
pub(super) fn run(plan: &BlockPlan<'_>, part: &Part, periods: &PartPeriods, tally: &mut Tally) {
    for (place, column) in plan.columns.iter().enumerate() {
        let Some(valid) = column.valid else {
            continue;
        };
        let rows = periods.rows_where(|day| plan.is_outside(valid, day));
        if rows.is_empty() {
            continue;
        }
        let states = part.columns[place].states_by_items();
        let expected = format!("the variable exists {}", in_words(valid));
        for row in rows.into_iter().filter(|row| states[*row] == VALUE) {
            tally.add_named(&CHECK, Some(place), part.place(plan, row), &expected);
        }
    }
}
