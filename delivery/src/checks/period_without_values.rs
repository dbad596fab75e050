//! `period-without-values`: a column has no value in an observation period.

use crate::check::Check;
use crate::periods::Periods;
use crate::severity::Severity;
use crate::tally::Tally;

pub(crate) static CHECK: Check = Check {
    id: "period-without-values",
    title: "a column has no value in an observation period",
    severity: Severity::Warning,
    why: "The column has values in other periods, and by their share at least ten would be expected in this one. The source may not have the variable then, or it was lost on the way.",
    remedy: "Ask the provider since when the source has the variable.",
};

/// Finds the periods in which a column has no value.
pub(crate) fn run(periods: &Periods, tally: &mut Tally) {
    for empty in periods.empty_columns() {
        for (day, rows) in empty.periods {
            tally.add_period(&CHECK, empty.column, day, rows);
        }
    }
}
