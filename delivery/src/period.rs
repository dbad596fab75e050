//! Periods by their first day.

use beraad_schema::describe::{CalendarPeriod, Grain};

/// Returns the period of this precision that begins on a day, which is counted from 1 January 1970.
pub(crate) fn period_of(grain: Grain, day: i64) -> Option<CalendarPeriod> {
    CalendarPeriod::try_from_epoch_days(grain, i32::try_from(day).ok()?).ok()
}
