//! `period-without-rows`: an observation period between others has no row.

use beraad_schema::describe::CalendarPeriod;

use crate::check::Check;
use crate::period::period_of;
use crate::periods::Periods;
use crate::plan::BlockPlan;
use crate::severity::Severity;
use crate::tally::Tally;

pub(crate) static CHECK: Check = Check {
    id: "period-without-rows",
    title: "an observation period between others has no row",
    severity: Severity::Warning,
    why: "The other periods have rows. A file of this one may be missing. It is reported if most periods between the first and the last one have rows.",
    remedy: "Ask the provider for the rows of this period, or whether there are none.",
};

/// Finds the periods without rows, if most of those between the first and the last one have some.
pub(crate) fn run(plan: &BlockPlan<'_>, periods: &Periods, tally: &mut Tally) {
    let (Some(column), Some(grain), Some(days)) =
        (plan.observed, plan.grain(), periods.with_rows())
    else {
        return;
    };
    // Rows of a period outside the window are not allowed, and are an error of their own. So are those for which the block has no rows.
    let is_valid = |day: i64| plan.valid.is_none_or(|valid| !plan.is_outside(valid, day));
    let is_allowed = |day: &i64| {
        let period = period_of(grain, *day).zip(plan.observation.as_ref());
        is_valid(*day) && period.is_none_or(|(period, observation)| observation.contains(period))
    };
    let days: Vec<_> = days.into_iter().filter(is_allowed).collect();
    let mut missing = Vec::new();
    for pair in days.windows(2) {
        let mut next = period_of(grain, pair[0]).and_then(CalendarPeriod::next);
        while let Some(period) = next
            && i64::from(period.to_epoch_days()) < pair[1]
        {
            if is_valid(period.to_epoch_days().into()) {
                missing.push(period);
            }
            next = period.next();
        }
    }
    if missing.len() >= days.len() {
        return;
    }
    for period in missing {
        tally.add_period(&CHECK, column, period.to_epoch_days().into(), 0);
    }
}
