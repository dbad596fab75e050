//! Quarters.

use std::fmt;
use std::sync::LazyLock;

use super::coarse::{first_day_type, first_of_month, part_of_year, quarter_of};
use super::first_days::FirstDays;
use super::steps::steps;
use super::year_month::YearMonth;
use super::{CalendarError, Counted, GrainRecord, ObservationPeriod, TextForm};
use crate::period::{Date, digits};

/// A quarter and year: `2016-Q1`.
///
/// ```
/// use beraad_describe::{YearMonth, YearQuarter};
///
/// let first: YearQuarter = "2016-Q1".parse().unwrap();
/// assert_eq!(first, YearMonth::new(2016, 3).into());
/// assert!("2016Q1".parse::<YearQuarter>().is_err());
/// ```
// The first day of the quarter, as days since 1 January 1970.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearQuarter(i32);

const FORM: &str = "2016-Q1";

static FIRST_DAYS: LazyLock<FirstDays> = LazyLock::new(|| {
    FirstDays::new(|year| (1..=4).map(move |part| YearQuarter::new(year, part).to_epoch_days()))
});

impl YearQuarter {
    pub(super) const RECORD: GrainRecord = GrainRecord {
        kind_id: "year_quarter",
        text: TextForm {
            example: FORM,
            pattern: "^[1-9][0-9]{3}-Q[1-4]$",
        },
        first_day: |day| first_of_quarter(day.year(), quarter_of(day.month())),
        last_day: |days| Self(days).last_day(),
        parse: |text| Self::parse(text).map(Self::to_epoch_days),
        write: |days, f| fmt::Display::fmt(&Self(days), f),
        rust_expression: |days| {
            let quarter = Self(days);
            let (year, part) = (quarter.year(), quarter.quarter());
            format!("YearQuarter::new({year}, {part})")
        },
    };

    /// Creates a quarter, 1 to 4, of a year.
    ///
    /// # Panics
    /// If the year is not 1000 to 9999 or the quarter not 1 to 4; in a constant, that is a compile error.
    #[must_use]
    pub const fn new(year: i32, quarter: u32) -> Self {
        match first_of_quarter(year, quarter) {
            Some(days) => Self(days),
            None => panic!("a quarter is a year of four digits and a quarter from 1 to 4"),
        }
    }

    /// Creates a quarter, 1 to 4, of a year.
    ///
    /// # Errors
    /// [`CalendarError::Form`] if the year is not 1000 to 9999 or the quarter not 1 to 4.
    pub fn try_new(year: i32, quarter: u32) -> Result<Self, CalendarError> {
        first_of_quarter(year, quarter)
            .map(Self)
            .ok_or(CalendarError::Form { expected: FORM })
    }

    /// Creates the quarter that starts on this day. `days` is the number of days since 1 January 1970.
    ///
    /// # Errors
    /// [`CalendarError::NotFirstDay`] if that is not the first day of a quarter of a year of four digits.
    pub fn try_from_epoch_days(days: i32) -> Result<Self, CalendarError> {
        let date = Date::from_epoch_days(days);
        let quarter = Self::try_new(date.year(), quarter_of(date.month()));
        quarter
            .ok()
            .filter(|quarter| quarter.0 == days)
            .ok_or(CalendarError::NotFirstDay { of: "quarter" })
    }

    #[cfg(feature = "chrono")]
    fn containing(year: i32, month: u32) -> Self {
        Self::new(year, quarter_of(month))
    }

    fn parse(text: &str) -> Option<Self> {
        let (year, quarter) = text.split_once("-Q")?;
        Self::try_new(digits(year, 4)?, digits(quarter, 1)?.cast_unsigned()).ok()
    }

    /// Returns the calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.first().year()
    }

    /// Returns the quarter of the year, 1 to 4.
    #[must_use]
    pub fn quarter(self) -> u32 {
        quarter_of(self.first().month())
    }
}

first_day_type!(
    YearQuarter,
    Quarter,
    "2016-Q1",
    "quarter and year",
    FIRST_DAYS
);
part_of_year!(YearQuarter);

impl ObservationPeriod for YearQuarter {
    fn first_day(self) -> Date {
        self.first()
    }

    fn last_day(self) -> Date {
        // The last day of a quarter is that of its third month.
        YearMonth::new(self.year(), 3 * self.quarter()).last_day()
    }
}

impl From<YearMonth> for YearQuarter {
    fn from(month: YearMonth) -> Self {
        Self::new(month.year(), quarter_of(month.month()))
    }
}

impl fmt::Display for YearQuarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year(), self.quarter())
    }
}

const fn first_of_quarter(year: i32, quarter: u32) -> Option<i32> {
    match quarter {
        1..=4 => first_of_month(year, 3 * quarter - 2),
        _ => None,
    }
}

steps!(YearQuarter, "quarters", ["2015-Q3", "2015-Q4", "2016-Q1"]);

impl Counted for YearQuarter {
    fn position(self) -> i32 {
        4 * self.year() + self.quarter().cast_signed() - 1
    }

    fn at_position(position: i32) -> Option<Self> {
        Self::try_new(
            position.div_euclid(4),
            position.rem_euclid(4).cast_unsigned() + 1,
        )
        .ok()
    }
}
