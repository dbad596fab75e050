//! Months.

use std::fmt;
use std::sync::LazyLock;

use super::coarse::{day_before, first_day_type, first_of_month, part_of_year};
use super::first_days::FirstDays;
use super::steps::steps;
use super::{CalendarError, Counted, GrainRecord, ObservationPeriod, TextForm};
use crate::period::{Date, digits};

/// A month and year: `2016-03`.
///
/// ```
/// use beraad_describe::YearMonth;
///
/// let march: YearMonth = "2016-03".parse().unwrap();
/// assert_eq!(march, YearMonth::new(2016, 3));
/// assert!(march < YearMonth::new(2016, 4));
/// assert!("2016-3".parse::<YearMonth>().is_err());
/// ```
// The first day of the month, as days since 1 January 1970: order is order, and Arrow needs no conversion.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearMonth(i32);

const FORM: &str = "2016-03";

static FIRST_DAYS: LazyLock<FirstDays> = LazyLock::new(|| {
    FirstDays::new(|year| (1..=12).map(move |month| YearMonth::new(year, month).to_epoch_days()))
});

impl YearMonth {
    pub(super) const RECORD: GrainRecord = GrainRecord {
        kind_id: "year_month",
        text: TextForm {
            example: FORM,
            pattern: "^[1-9][0-9]{3}-(0[1-9]|1[0-2])$",
        },
        first_day: |day| first_of_month(day.year(), day.month()),
        last_day: |days| Self(days).last_day(),
        parse: |text| Self::parse(text).map(Self::to_epoch_days),
        write: |days, f| fmt::Display::fmt(&Self(days), f),
        rust_expression: |days| {
            let month = Self(days);
            format!("YearMonth::new({}, {})", month.year(), month.month())
        },
    };

    /// Creates a month, 1 to 12, of a year.
    ///
    /// # Panics
    /// If the year is not 1000 to 9999 or the month not 1 to 12; in a constant, that is a compile error.
    #[must_use]
    pub const fn new(year: i32, month: u32) -> Self {
        match first_of_month(year, month) {
            Some(days) => Self(days),
            None => panic!("a month is a year of four digits and a month from 1 to 12"),
        }
    }

    /// Creates a month, 1 to 12, of a year.
    ///
    /// # Errors
    /// [`CalendarError::Form`] if the year is not 1000 to 9999 or the month not 1 to 12.
    pub fn try_new(year: i32, month: u32) -> Result<Self, CalendarError> {
        first_of_month(year, month)
            .map(Self)
            .ok_or(CalendarError::Form { expected: FORM })
    }

    /// Creates the month that starts on this day. `days` is the number of days since 1 January 1970.
    ///
    /// # Errors
    /// [`CalendarError::NotFirstDay`] if that is not the first day of a month of a year of four digits.
    pub fn try_from_epoch_days(days: i32) -> Result<Self, CalendarError> {
        let date = Date::from_epoch_days(days);
        let month = Self::try_new(date.year(), date.month());
        month
            .ok()
            .filter(|month| month.0 == days)
            .ok_or(CalendarError::NotFirstDay { of: "month" })
    }

    #[cfg(feature = "chrono")]
    fn containing(year: i32, month: u32) -> Self {
        Self::new(year, month)
    }

    fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        Self::try_new(digits(year, 4)?, digits(month, 2)?.cast_unsigned()).ok()
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
}

first_day_type!(YearMonth, Month, "2016-03", "month and year", FIRST_DAYS);
part_of_year!(YearMonth);

impl ObservationPeriod for YearMonth {
    fn first_day(self) -> Date {
        self.first()
    }

    fn last_day(self) -> Date {
        let (year, month) = (self.year(), self.month());
        // The month after December 9999 is in a year that `Date::ymd` rejects, so December does not ask for the next
        // month.
        day_before(if month == 12 {
            Date::from_epoch_days(Date::ymd(year, 12, 31).to_epoch_days() + 1)
        } else {
            Date::ymd(year, month + 1, 1)
        })
    }
}

impl fmt::Display for YearMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

steps!(YearMonth, "months", ["2015-11", "2015-12", "2016-01"]);

impl Counted for YearMonth {
    fn position(self) -> i32 {
        12 * self.year() + self.month().cast_signed() - 1
    }

    fn at_position(position: i32) -> Option<Self> {
        Self::try_new(
            position.div_euclid(12),
            position.rem_euclid(12).cast_unsigned() + 1,
        )
        .ok()
    }
}
