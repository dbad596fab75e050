//! Columns of dates: days, months and quarters.
//!
//! A moment within a day is an error, not the day. A timestamp in another time zone than UTC is a wrong type: midnight there is
//! another day in UTC. A number is a wrong type: it may count from 1960 or from 1970.

use std::cell::Cell;

use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Date64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType,
};
use arrow_array::{Array, ArrayRef};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, TimeUnit};

use super::each::{read_each, read_primitive};
use super::texts::Texts;
use crate::describe::{CalendarPeriod, Grain};
use crate::value::ValueError;
use crate::value::column::ColumnErrorKind;

const SECONDS_PER_DAY: i64 = 24 * 60 * 60;

/// Reads dates as days since 1 January 1970; `None` if the array is of a type that is not accepted.
pub(super) fn read_dates(
    array: &ArrayRef,
    nulls: Option<&NullBuffer>,
    grain: Grain,
) -> Option<Result<Vec<i64>, ColumnErrorKind>> {
    match array.data_type() {
        DataType::Date32 => read_moments::<Date32Type>(array, nulls, grain, 1),
        DataType::Date64 => {
            read_moments::<Date64Type>(array, nulls, grain, SECONDS_PER_DAY * 1_000)
        }
        DataType::Timestamp(unit, zone) if zone.as_deref().is_none_or(is_utc) => match unit {
            TimeUnit::Second => {
                read_moments::<TimestampSecondType>(array, nulls, grain, SECONDS_PER_DAY)
            }
            TimeUnit::Millisecond => read_moments::<TimestampMillisecondType>(
                array,
                nulls,
                grain,
                SECONDS_PER_DAY * 1_000,
            ),
            TimeUnit::Microsecond => read_moments::<TimestampMicrosecondType>(
                array,
                nulls,
                grain,
                SECONDS_PER_DAY * 1_000_000,
            ),
            TimeUnit::Nanosecond => read_moments::<TimestampNanosecondType>(
                array,
                nulls,
                grain,
                SECONDS_PER_DAY * 1_000_000_000,
            ),
        },
        _ => {
            let texts = Texts::of(array)?;
            Some(read_each(array.len(), nulls, |row| {
                let period = CalendarPeriod::parse(grain, texts.at(row))?;
                Ok(period.to_epoch_days().into())
            }))
        }
    }
}

/// Returns whether midnight in a time zone is always midnight in UTC. The names are those of the tz database.
fn is_utc(zone: &str) -> bool {
    let name = zone.strip_prefix("Etc/").unwrap_or(zone);
    matches!(
        name,
        "UTC" | "UCT" | "GMT" | "GMT0" | "GMT+0" | "GMT-0" | "Universal" | "Zulu" | "Greenwich"
    ) || matches!(zone, "Z" | "+00:00" | "-00:00" | "+00" | "+0000")
}

/// Reads moments, of which a day has `per_day`.
fn read_moments<T: ArrowPrimitiveType<Native: Into<i64>>>(
    array: &ArrayRef,
    nulls: Option<&NullBuffer>,
    grain: Grain,
    per_day: i64,
) -> Option<Result<Vec<i64>, ColumnErrorKind>> {
    // Days that begin a period, by the last byte of a number that differs for the periods of 19 years. Rows have few of them, and to
    // compute a period costs more than to compare.
    let days_between = if grain == Grain::Day { 1 } else { 28 };
    let known = [const { Cell::new(i64::MAX) }; 256];
    read_primitive::<T, i64>(array, nulls, |moment| {
        let moment: i64 = moment.into();
        // A moment within a day, or on a day that 32 bits cannot count, becomes a day on which no period starts.
        let day = (moment % per_day == 0).then(|| i32::try_from(moment / per_day).ok());
        let day = day.flatten().unwrap_or(i32::MAX);
        let known = &known[usize::from((day / days_between).to_le_bytes()[0])];
        if known.get() != i64::from(day) {
            CalendarPeriod::try_from_epoch_days(grain, day).map_err(ValueError::from)?;
            known.set(day.into());
        }
        Ok(day.into())
    })
}
