//! `implausible-date`: a date is far in the past or in the future.

use beraad_schema::describe::{
    CalendarPeriod, Grain, ObservationPeriod, PLAUSIBLE_YEARS, PeriodEnd,
};

use crate::check::Check;
use crate::column::{VALUE, Values};
use crate::part::Part;
use crate::period::period_of;
use crate::plan::BlockPlan;
use crate::severity::Severity;
use crate::tally::Tally;

pub(crate) static CHECK: Check = Check {
    id: "implausible-date",
    title: "a date is far in the past or in the future",
    severity: Severity::Warning,
    why: "Programs write days such as 9999-12-31 where there is no date, and people mistype years. The years from 1850 to 2100 are plausible, as this program assumes.",
    remedy: "Ask whether the date means that there is none, and leave the field empty then.",
};

/// Finds the dates that are not plausible, in all columns but that of the observation period, which has a window.
pub(super) fn run(plan: &BlockPlan<'_>, part: &Part, tally: &mut Tally) {
    for (place, column) in plan.columns.iter().enumerate() {
        let grain = column.value_type.item().grain();
        let Some(grain) = grain.filter(|_| Some(place) != plan.observed) else {
            continue;
        };
        let values = &part.columns[place];
        let (days, rows) = match &values.values {
            Values::Numbers(days) => (days, None),
            Values::Lists { rows, items } => match &**items {
                Values::Numbers(days) => (days, Some(rows)),
                Values::Codes { .. } | Values::Lists { .. } => continue,
            },
            Values::Codes { .. } => continue,
        };
        // The calendar is asked for few days only: those near the ends, and those that programs write for no date.
        let (mut last, mut count) = (None, 0);
        for (item, day) in days.iter().enumerate() {
            let row = rows.map_or(item, |rows| rows[item]);
            if values.states[row] == VALUE
                && !PLAUSIBLE_DAYS.contains(day)
                && period_of(grain, *day).is_some_and(|period| !is_plausible(period))
                // A finding counts rows, and a row may have several such dates.
                && last.replace(row) != Some(row)
            {
                tally.add(&CHECK, Some(place), part.place(plan, row));
                count += 1;
            }
        }
        let (first, last) = PLAUSIBLE_YEARS.into_inner();
        let expected =
            format!("expected: a day from {first} to {last} that is not a mark such as 9999-12-31");
        tally.add_details(&CHECK, Some(place), &expected, count);
    }
}

/// Days of which each is plausible, in days from 1 January 1970: 1901-01-02 to 2079-06-05.
const PLAUSIBLE_DAYS: std::ops::Range<i64> = -25_201..39_968;

fn is_plausible(period: CalendarPeriod) -> bool {
    let day = period.first_day();
    let is_mark = period.grain() == Grain::Day && PeriodEnd::left_open_by(day).is_some();
    PLAUSIBLE_YEARS.contains(&day.year()) && !is_mark
}

#[cfg(test)]
mod tests {
    use super::{PLAUSIBLE_DAYS, is_plausible};
    use crate::period::period_of;
    use beraad_schema::describe::{Date, Grain};

    #[test]
    fn days_that_need_no_calendar_are_plausible() {
        let day = |year, month, day| i64::from(Date::ymd(year, month, day).to_epoch_days());
        assert_eq!(PLAUSIBLE_DAYS, day(1901, 1, 2)..day(2079, 6, 6));
        for day in PLAUSIBLE_DAYS {
            for grain in [Grain::Day, Grain::Month, Grain::Quarter, Grain::Year] {
                if let Some(period) = period_of(grain, day) {
                    assert!(is_plausible(period), "{period}");
                }
            }
        }
        for (year, grain) in [
            (9999, Grain::Month),
            (1849, Grain::Year),
            (1900, Grain::Day),
        ] {
            assert!(!is_plausible(period_of(grain, day(year, 1, 1)).unwrap()));
        }
    }
}
