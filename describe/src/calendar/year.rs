//! Years.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::any_period::{CalendarPeriod, CalendarType};
use super::steps::steps;
use super::text::{YearNumber, without_value};
use super::year_month::YearMonth;
use super::year_quarter::YearQuarter;
use super::{CalendarError, Counted, Grain, GrainRecord, ObservationPeriod, TextForm, YEARS};
use crate::period::{Date, digits};

/// A calendar year: 2016.
///
/// ```
/// use beraad_describe::{Year, YearQuarter};
///
/// assert_eq!(Year::from(YearQuarter::new(2016, 4)), Year::new(2016));
/// assert!("16".parse::<Year>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(i16);

const FORM: &str = "2016";

impl Year {
    /// The first year that four digits can write.
    pub const MIN: Self = Self(1000);
    /// The last year that four digits can write.
    pub const MAX: Self = Self(9999);

    pub(super) const RECORD: GrainRecord = GrainRecord {
        kind_id: "year",
        text: TextForm {
            example: FORM,
            pattern: "^[1-9][0-9]{3}$",
        },
        first_day: |day| {
            let year = Self::try_from(i64::from(day.year())).ok()?;
            Some(year.first_day().to_epoch_days())
        },
        last_day: |days| Self::starting(days).last_day(),
        parse: |text| Some(text.parse::<Self>().ok()?.first_day().to_epoch_days()),
        write: |days, f| fmt::Display::fmt(&Self::starting(days), f),
        rust_expression: |days| format!("Year::new({})", Self::starting(days)),
    };

    /// Creates a year.
    ///
    /// # Panics
    /// If it is not 1000 to 9999; in a constant, that is a compile error.
    #[must_use]
    pub const fn new(year: i16) -> Self {
        assert!(
            Self::MIN.0 <= year && year <= Self::MAX.0,
            "a year has four digits"
        );
        Self(year)
    }

    /// Creates a year.
    ///
    /// # Errors
    /// [`CalendarError::OutOfBounds`] if it is not 1000 to 9999.
    pub fn try_new(year: i16) -> Result<Self, CalendarError> {
        Self::try_from(i64::from(year))
    }

    /// The year of four digits that is `year`.
    fn of_four_digits(year: i32) -> Self {
        // Only called with years of four digits, so that nothing is ever replaced by 0.
        Self(i16::try_from(year).unwrap_or_default())
    }

    /// The year that starts on this day.
    fn starting(days: i32) -> Self {
        Self::of_four_digits(Date::from_epoch_days(days).year())
    }

    /// The year of this number. If the number is not a year of four digits, the result is unspecified.
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub const fn __from_number(year: i16) -> Self {
        Self(year)
    }

    /// Returns the year as a number.
    #[must_use]
    pub const fn get(self) -> i16 {
        self.0
    }
}

impl fmt::Debug for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Year({self})")
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl TryFrom<i64> for Year {
    type Error = CalendarError;

    fn try_from(year: i64) -> Result<Self, CalendarError> {
        i16::try_from(year)
            .ok()
            .filter(|_| (YEARS.0..=YEARS.1).contains(&year))
            .map(Self)
            .ok_or(CalendarError::OUT_OF_BOUNDS)
    }
}

impl FromStr for Year {
    type Err = CalendarError;

    fn from_str(text: &str) -> Result<Self, CalendarError> {
        // Four digits may still be a year below 1000, which is an error of bounds and not of form.
        let year = digits(text, 4).ok_or(CalendarError::Form { expected: FORM })?;
        Self::try_from(i64::from(year))
    }
}

#[cfg(feature = "chrono")]
impl From<chrono::NaiveDate> for Year {
    /// Keeps the year; the day is lost. A year beyond four digits becomes the nearest year that four digits can write.
    fn from(date: chrono::NaiveDate) -> Self {
        Self::of_four_digits(super::coarse::year_of_four_digits(date))
    }
}

impl From<YearMonth> for Year {
    fn from(month: YearMonth) -> Self {
        Self::of_four_digits(month.year())
    }
}

impl From<YearQuarter> for Year {
    fn from(quarter: YearQuarter) -> Self {
        Self::of_four_digits(quarter.year())
    }
}

impl From<Year> for CalendarPeriod {
    fn from(year: Year) -> Self {
        Self::new(Grain::Year, year.first_day().to_epoch_days())
    }
}

impl CalendarType for Year {
    const GRAIN: Grain = Grain::Year;

    fn from_period(period: CalendarPeriod) -> Option<Self> {
        (period.grain() == Self::GRAIN).then(|| Self::starting(period.to_epoch_days()))
    }
}

impl ObservationPeriod for Year {
    fn first_day(self) -> Date {
        Date::ymd(i32::from(self.0), 1, 1)
    }

    fn last_day(self) -> Date {
        Date::ymd(i32::from(self.0), 12, 31)
    }
}

impl Serialize for Year {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // As readers ask for it: formats without types store a shorter number in another way.
        serializer.serialize_i64(self.0.into())
    }
}

impl<'de> Deserialize<'de> for Year {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let year = deserializer
            .deserialize_i64(YearNumber)
            .map_err(without_value)?;
        Self::try_from(year).map_err(de::Error::custom)
    }
}

steps!(Year, "years", ["2015", "2016", "2017"]);

impl Counted for Year {
    fn position(self) -> i32 {
        self.0.into()
    }

    fn at_position(position: i32) -> Option<Self> {
        Self::try_from(i64::from(position)).ok()
    }
}
