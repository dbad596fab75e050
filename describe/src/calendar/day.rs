//! Days.

use std::fmt;

use super::coarse::{first_day_type, is_of_four_digits};
use super::steps::steps;
use super::{CalendarError, Counted, GrainRecord, ObservationPeriod, TextForm};
use crate::period::{Date, digits};

/// A day: `2016-03-17`.
///
/// A row holds a day only where the register of the decision says `dates = "day"`. The days of a description, such as the
/// first day on which a code is valid, are [`Date`]s.
///
/// ```
/// use beraad_describe::Day;
///
/// let day: Day = "2016-03-17".parse().unwrap();
/// assert_eq!(day, Day::new(2016, 3, 17));
/// assert!(day < Day::new(2016, 3, 18));
/// assert!("2015-02-29".parse::<Day>().is_err());
/// ```
// Days since 1 January 1970: order is order, and Arrow needs no conversion.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

const FORM: &str = "2016-03-17";

/// Every day of a year of four digits: the counterpart of the tables of months and quarters.
const DAYS: DayTable = DayTable(is_of_four_digits);

struct DayTable(fn(i32) -> bool);

impl DayTable {
    fn contains(&self, days: i32) -> bool {
        (self.0)(days)
    }
}

impl Day {
    pub(super) const RECORD: GrainRecord = GrainRecord {
        kind_id: "day",
        text: TextForm {
            example: FORM,
            // The days of months with 31, 30 and at least 28 days; then 29 February of the years that are divisible by 4,
            // but of those that are divisible by 100 only if by 400.
            pattern: "^([1-9][0-9]{3}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([1-9][0-9](0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
        },
        first_day: |day| {
            let days = day.to_epoch_days();
            is_of_four_digits(days).then_some(days)
        },
        last_day: Date::from_epoch_days,
        parse: |text| Self::parse(text).map(Self::to_epoch_days),
        write: |days, f| fmt::Display::fmt(&Self(days), f),
        rust_expression: |days| {
            let day = Self(days);
            format!("Day::new({}, {}, {})", day.year(), day.month(), day.day())
        },
    };

    /// Creates a day, 1 to 31, of a month, 1 to 12, of a year.
    ///
    /// # Panics
    /// If the year is not 1000 to 9999, or the calendar does not have the day; in a constant, that is a compile error.
    #[must_use]
    pub const fn new(year: i32, month: u32, day: u32) -> Self {
        match Self::try_new(year, month, day) {
            Ok(day) => day,
            Err(_) => panic!("a day is a year of four digits, a month and a day of that month"),
        }
    }

    /// Creates a day, 1 to 31, of a month, 1 to 12, of a year.
    ///
    /// # Errors
    /// [`CalendarError::Form`] if the year is not 1000 to 9999, or the calendar does not have the day.
    pub const fn try_new(year: i32, month: u32, day: u32) -> Result<Self, CalendarError> {
        match Date::try_ymd(year, month, day) {
            Some(date) if is_of_four_digits(date.to_epoch_days()) => Ok(Self(date.to_epoch_days())),
            _ => Err(CalendarError::Form { expected: FORM }),
        }
    }

    /// Creates the day that is this number of days after 1 January 1970.
    ///
    /// # Errors
    /// [`CalendarError::NotFirstDay`] if its year does not have four digits.
    pub fn try_from_epoch_days(days: i32) -> Result<Self, CalendarError> {
        let day = is_of_four_digits(days).then_some(Self(days));
        day.ok_or(CalendarError::NotFirstDay { of: "day" })
    }

    fn parse(text: &str) -> Option<Self> {
        let (year, rest) = text.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        let [month, day] = [digits(month, 2)?, digits(day, 2)?].map(i32::cast_unsigned);
        Self::try_new(digits(year, 4)?, month, day).ok()
    }

    /// Returns the calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.first().year()
    }

    /// Returns the month of the year, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.first().month()
    }

    /// Returns the day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u32 {
        self.first().day()
    }

    /// Returns the day as a day of descriptions.
    #[must_use]
    pub const fn date(self) -> Date {
        self.first()
    }
}

first_day_type!(Day, Day, "2016-03-17", "day", DAYS);

impl TryFrom<(i32, u32, u32)> for Day {
    type Error = CalendarError;

    /// Converts the year, the month and the day, as [`try_new`](Self::try_new) does.
    fn try_from((year, month, day): (i32, u32, u32)) -> Result<Self, CalendarError> {
        Self::try_new(year, month, day)
    }
}

impl TryFrom<Date> for Day {
    type Error = CalendarError;

    fn try_from(date: Date) -> Result<Self, CalendarError> {
        Self::try_from_epoch_days(date.to_epoch_days())
    }
}

#[cfg(feature = "chrono")]
impl TryFrom<chrono::NaiveDate> for Day {
    type Error = CalendarError;

    /// Converts a date; a year beyond four digits is an error.
    fn try_from(date: chrono::NaiveDate) -> Result<Self, CalendarError> {
        use chrono::Datelike;

        Self::try_new(date.year(), date.month(), date.day())
    }
}

impl ObservationPeriod for Day {
    fn first_day(self) -> Date {
        self.first()
    }

    fn last_day(self) -> Date {
        self.first()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.year(),
            self.month(),
            self.day()
        )
    }
}

steps!(Day, "days", ["2016-02-28", "2016-02-29", "2016-03-01"]);

impl Counted for Day {
    fn position(self) -> i32 {
        self.0
    }

    fn at_position(position: i32) -> Option<Self> {
        Self::try_from_epoch_days(position).ok()
    }
}
