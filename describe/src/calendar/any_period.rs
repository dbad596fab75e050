//! A month, quarter or year as data, for code that handles all of them alike.

use std::cmp::Ordering;
use std::fmt;

use serde::de::{self, DeserializeSeed};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::text::YearNumber;
use super::{CalendarError, Grain, ObservationPeriod};
use crate::period::Date;

/// A type of the calendar that a row can hold: [`YearMonth`](crate::YearMonth), [`YearQuarter`](crate::YearQuarter) or
/// [`Year`](crate::Year).
pub trait CalendarType: ObservationPeriod + Into<CalendarPeriod> {
    /// The grain of its periods.
    const GRAIN: Grain;

    /// Converts a period to this type; `None` if it is of another grain.
    fn from_period(period: CalendarPeriod) -> Option<Self>;
}

/// A month, quarter or year of the years 1000 to 9999, as data.
///
/// Two periods can be ordered only if they are of one grain.
///
/// ```
/// use beraad_describe::{CalendarPeriod, Grain, ObservationPeriod, Year, YearMonth};
///
/// let march = CalendarPeriod::parse(Grain::Month, "2016-03")?;
/// assert_eq!(march, YearMonth::new(2016, 3).into());
/// assert_eq!(march.next().unwrap().to_string(), "2016-04");
/// assert_eq!(march.last_day().to_string(), "2016-03-31");
/// assert!(march.partial_cmp(&Year::new(2016).into()).is_none());
/// # Ok::<(), beraad_describe::CalendarError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct CalendarPeriod {
    grain: Grain,
    /// Days since 1 January 1970.
    first_day: i32,
}

impl CalendarPeriod {
    /// Returns the period of this grain that contains a day.
    ///
    /// Returns `None` if the day is outside the years 1000 to 9999.
    #[must_use]
    pub fn containing(grain: Grain, day: Date) -> Option<Self> {
        // Each calendar type declares these functions in its own file. This type only calls them, and so knows no grain
        // but the year in JSON.
        let first_day = (grain.record().first_day)(day)?;
        Some(Self { grain, first_day })
    }

    /// Creates the period that starts on this day. `days` is the number of days since 1 January 1970.
    ///
    /// # Errors
    /// [`CalendarError::NotFirstDay`] if no period of this grain in the years 1000 to 9999 starts on this day.
    pub fn try_from_epoch_days(grain: Grain, days: i32) -> Result<Self, CalendarError> {
        Self::containing(grain, Date::from_epoch_days(days))
            // The day is in the period, but must also be its first one.
            .filter(|period| period.first_day == days)
            .ok_or(CalendarError::NotFirstDay { of: grain.into() })
    }

    /// Reads a period of this grain from its text: `2016-03`, `2016-Q1` or `2016`.
    ///
    /// # Errors
    /// [`CalendarError::Form`] if the text is not of that form, if the year is not 1000 to 9999, or if there is no such month
    /// or quarter, such as `2016-13`.
    pub fn parse(grain: Grain, text: &str) -> Result<Self, CalendarError> {
        let record = grain.record();
        (record.parse)(text)
            .map(|first_day| Self { grain, first_day })
            .ok_or(CalendarError::Form {
                expected: record.text.example,
            })
    }

    /// Returns the grain.
    #[must_use]
    pub const fn grain(self) -> Grain {
        self.grain
    }

    /// Returns the number of days from 1 January 1970 to its first day, as Arrow's `Date32` counts them.
    #[must_use]
    pub const fn to_epoch_days(self) -> i32 {
        self.first_day
    }

    /// Returns the next period of the same grain; `None` after the year 9999.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::containing(self.grain, self.next_day())
    }

    /// Returns the previous period of the same grain; `None` before the year 1000.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        Self::containing(self.grain, Date::from_epoch_days(self.first_day - 1))
    }

    /// The period as a Rust expression: `YearMonth::new(2016, 3)`.
    pub(crate) fn rust_expression(self) -> String {
        (self.grain.record().rust_expression)(self.first_day)
    }

    /// The period of this grain that starts on a day, which must be such a first day.
    pub(super) const fn new(grain: Grain, first_day: i32) -> Self {
        Self { grain, first_day }
    }
}

impl ObservationPeriod for CalendarPeriod {
    fn first_day(self) -> Date {
        Date::from_epoch_days(self.first_day)
    }

    fn last_day(self) -> Date {
        (self.grain.record().last_day)(self.first_day)
    }
}

// Not derived: that would order by grain first, and put every year before every month.
impl PartialOrd for CalendarPeriod {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        (self.grain == other.grain).then(|| self.first_day.cmp(&other.first_day))
    }
}

impl fmt::Display for CalendarPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.grain.record().write)(self.first_day, f)
    }
}

impl fmt::Debug for CalendarPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CalendarPeriod({self})")
    }
}

/// As the typed period: a text, and a number for a year.
impl Serialize for CalendarPeriod {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.grain {
            Grain::Year => serializer.serialize_i32(self.first_day().year()),
            _ => serializer.collect_str(self),
        }
    }
}

/// A period of this grain.
impl<'de> DeserializeSeed<'de> for Grain {
    type Value = CalendarPeriod;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        // A year is a number in JSON, and may be written `2016.0`.
        if self == Self::Year {
            let year = deserializer.deserialize_i64(YearNumber)?;
            let first_day = i32::try_from(year)
                .ok()
                .and_then(|year| Date::try_ymd(year, 1, 1));
            let period = first_day.and_then(|day| CalendarPeriod::containing(self, day));
            return period.ok_or_else(|| de::Error::custom(CalendarError::OUT_OF_BOUNDS));
        }
        let text = String::deserialize(deserializer)?;
        CalendarPeriod::parse(self, &text).map_err(de::Error::custom)
    }
}
