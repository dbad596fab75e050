//! Months, quarters and years: dates as coarse as a decision delivers them.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Datum, Scalar, ValueError, first_days, stored};
use crate::check;
use crate::period::{Date, Period};
use crate::rule::Literal;
use crate::value_type::ValueType;

/// The first and the last year that four digits can write.
const YEARS: (i64, i64) = (1000, 9999);

/// A period that a row is observed in: a month, a quarter or a year.
pub trait ObservationPeriod: Copy {
    /// Its first day.
    fn first_day(self) -> Date;

    /// Its last day.
    fn last_day(self) -> Date;

    /// The day whose state a row of this period holds: the last day, at midnight.
    ///
    /// A register year T is the state on 31 December T at 24:00, which is the state on 1 January T+1:
    /// the state on 1 January of an observation year stands in the row of the year before.
    ///
    /// ```
    /// use beraad_schema::{Date, ObservationPeriod, Year};
    ///
    /// assert_eq!(Year::new(2010).reference_date(), Date::ymd(2010, 12, 31));
    /// ```
    fn reference_date(self) -> Date {
        self.last_day()
    }

    /// The day after its last day.
    fn next_day(self) -> Date {
        let last = self.last_day().to_chrono();
        Date::from(last.succ_opt().unwrap_or(last))
    }

    /// Its days, as a period.
    fn period(self) -> Period {
        Period::new(Some(self.first_day()), Some(self.last_day()))
    }
}

/// The day before the first day of the following period.
fn day_before(first_of_next: i32) -> Date {
    Date::from(NaiveDate::from_epoch_days(first_of_next - 1).unwrap_or(NaiveDate::MAX))
}

macro_rules! calendar_type {
    ($type:ident, $form:literal, $kind:ident, $grain:ident, $first_days:ident) => {
        impl $type {
            /// The value as a constant of a rule.
            #[must_use]
            pub const fn literal(self) -> Literal {
                Literal::$kind(self)
            }

            /// Days from 1 January 1970 to its first day, as Arrow's `Date32` counts them.
            #[must_use]
            pub const fn to_epoch_days(self) -> i32 {
                self.0
            }

            fn first(self) -> NaiveDate {
                NaiveDate::from_epoch_days(self.0).unwrap_or_default()
            }
        }

        impl fmt::Debug for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($type), "({})"), self)
            }
        }

        impl From<NaiveDate> for $type {
            /// Coarsens: the day is lost.
            ///
            /// A year beyond four digits becomes the nearest that four digits can write.
            fn from(date: NaiveDate) -> Self {
                let year = i64::from(date.year()).clamp(YEARS.0, YEARS.1);
                Self::of(i32::try_from(year).unwrap_or_default(), date)
            }
        }

        impl FromStr for $type {
            type Err = ValueError;

            fn from_str(text: &str) -> Result<Self, ValueError> {
                Self::parse(text).ok_or(ValueError::Form { expected: $form })
            }
        }

        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::json::deserialize_scalar(deserializer)
            }
        }

        impl Scalar for $type {
            const TYPE: ValueType = ValueType::$kind {};
            type Kind = Self;
            type Grain = check::by::$grain;
            type Form = check::form::Calendar;
            type Stored = stored::form::Plain<i32>;

            fn datum(&self) -> Datum {
                Datum::$kind(*self)
            }

            fn from_datum(datum: Datum) -> Result<Self, ValueError> {
                match datum {
                    Datum::$kind(value) => Ok(value),
                    other => Err(ValueError::wrong_type(&<Self as Scalar>::TYPE, &other)),
                }
            }
        }

        impl stored::Plain for $type {
            type Number = i32;

            #[inline]
            fn number(&self) -> i32 {
                self.0
            }

            #[inline]
            fn is_number(days: i32) -> bool {
                first_days::$first_days.contain(days)
            }

            #[inline]
            fn of_number(days: i32) -> Self {
                Self(days)
            }
        }
    };
}

/// A month and year: `2016-03`.
///
/// ```
/// use beraad_schema::{YearMonth, chrono::NaiveDate};
///
/// let march: YearMonth = "2016-03".parse().unwrap();
/// assert_eq!(march, YearMonth::from(NaiveDate::from_ymd_opt(2016, 3, 17).unwrap()));
/// assert!(march < YearMonth::new(2016, 4));
/// assert!("2016-3".parse::<YearMonth>().is_err());
/// ```
// The first day of the month, as days since 1 January 1970: order is order, and Arrow needs no conversion.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearMonth(i32);

impl YearMonth {
    /// The month of the year.
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

    /// The month of the year.
    ///
    /// # Errors
    /// [`ValueError::Form`] if the year is not 1000 to 9999 or the month not 1 to 12.
    pub fn try_new(year: i32, month: u32) -> Result<Self, ValueError> {
        first_of_month(year, month)
            .map(Self)
            .ok_or(ValueError::Form {
                expected: MONTH_FORM,
            })
    }

    /// The month that starts on this day, counted from 1 January 1970.
    ///
    /// # Errors
    /// [`ValueError::NotFirstDay`] if that is not the first day of a month of a year of four digits.
    pub fn try_from_epoch_days(days: i32) -> Result<Self, ValueError> {
        let date = NaiveDate::from_epoch_days(days).filter(|date| date.day() == 1);
        let month = date.and_then(|date| Self::try_new(date.year(), date.month()).ok());
        month.ok_or(ValueError::NotFirstDay { of: "month" })
    }

    fn of(year: i32, date: NaiveDate) -> Self {
        Self::new(year, date.month())
    }

    fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        Self::try_new(digits(year, 4)?, digits(month, 2)?.cast_unsigned()).ok()
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.first().year()
    }

    /// The month of the year, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.first().month()
    }
}

const MONTH_FORM: &str = "`2016-03`";

impl fmt::Display for YearMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

calendar_type!(YearMonth, "`2016-03`", YearMonth, Monthly, OF_MONTHS);

impl ObservationPeriod for YearMonth {
    fn first_day(self) -> Date {
        Date::from(self.first())
    }

    fn last_day(self) -> Date {
        let (year, month) = (self.year(), self.month());
        let next = if month == 12 {
            (year + 1, 1)
        } else {
            (year, month + 1)
        };
        day_before(Date::ymd(next.0, next.1, 1).to_epoch_days())
    }
}

impl From<YearMonth> for YearQuarter {
    fn from(month: YearMonth) -> Self {
        Self::from(month.first())
    }
}

/// A quarter and year: `2016-Q1`.
///
/// ```
/// use beraad_schema::{YearMonth, YearQuarter};
///
/// let first: YearQuarter = "2016-Q1".parse().unwrap();
/// assert_eq!(first, YearMonth::new(2016, 3).into());
/// assert!("2016Q1".parse::<YearQuarter>().is_err());
/// ```
// The first day of the quarter, as days since 1 January 1970.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearQuarter(i32);

impl YearQuarter {
    /// The quarter of the year.
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

    /// The quarter of the year.
    ///
    /// # Errors
    /// [`ValueError::Form`] if the year is not 1000 to 9999 or the quarter not 1 to 4.
    pub fn try_new(year: i32, quarter: u32) -> Result<Self, ValueError> {
        first_of_quarter(year, quarter)
            .map(Self)
            .ok_or(ValueError::Form {
                expected: QUARTER_FORM,
            })
    }

    /// The quarter that starts on this day, counted from 1 January 1970.
    ///
    /// # Errors
    /// [`ValueError::NotFirstDay`] if that is not the first day of a quarter of a year of four digits.
    pub fn try_from_epoch_days(days: i32) -> Result<Self, ValueError> {
        let date = NaiveDate::from_epoch_days(days)
            .filter(|date| date.day() == 1 && date.month0() % 3 == 0);
        let quarter = date.and_then(|date| Self::try_new(date.year(), date.month0() / 3 + 1).ok());
        quarter.ok_or(ValueError::NotFirstDay { of: "quarter" })
    }

    fn of(year: i32, date: NaiveDate) -> Self {
        Self::new(year, date.month0() / 3 + 1)
    }

    fn parse(text: &str) -> Option<Self> {
        let (year, quarter) = text.split_once("-Q")?;
        Self::try_new(digits(year, 4)?, digits(quarter, 1)?.cast_unsigned()).ok()
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.first().year()
    }

    /// The quarter of the year, 1 to 4.
    #[must_use]
    pub fn quarter(self) -> u32 {
        self.first().month0() / 3 + 1
    }
}

const QUARTER_FORM: &str = "`2016-Q1`";

impl fmt::Display for YearQuarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year(), self.quarter())
    }
}

calendar_type!(
    YearQuarter,
    "`2016-Q1`",
    YearQuarter,
    Quarterly,
    OF_QUARTERS
);

impl ObservationPeriod for YearQuarter {
    fn first_day(self) -> Date {
        Date::from(self.first())
    }

    fn last_day(self) -> Date {
        YearMonth::new(self.year(), 3 * self.quarter()).last_day()
    }
}

/// A calendar year: 2016.
///
/// ```
/// use beraad_schema::{Year, YearQuarter};
///
/// assert_eq!(Year::from(YearQuarter::new(2016, 4)), Year::new(2016));
/// assert!("16".parse::<Year>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(i16);

impl Year {
    /// The year.
    ///
    /// # Panics
    /// If it is not 1000 to 9999; in a constant, that is a compile error.
    #[must_use]
    pub const fn new(year: i16) -> Self {
        assert!(
            YEARS.0 <= year as i64 && year as i64 <= YEARS.1,
            "a year has four digits"
        );
        Self(year)
    }

    /// The year.
    ///
    /// # Errors
    /// [`ValueError::OutOfBounds`] if it is not 1000 to 9999.
    pub fn try_new(year: i64) -> Result<Self, ValueError> {
        let year = i16::try_from(year)
            .ok()
            .filter(|year| (YEARS.0..=YEARS.1).contains(&i64::from(*year)));
        year.map(Self).ok_or(ValueError::OutOfBounds {
            min: YEARS.0,
            max: YEARS.1,
        })
    }

    /// The value as a constant of a rule.
    #[must_use]
    pub const fn literal(self) -> Literal {
        Literal::Year(self)
    }

    /// The year as a number.
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

impl FromStr for Year {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let year = digits(text, 4).ok_or(ValueError::Form { expected: "`2016`" })?;
        Self::try_new(i64::from(year))
    }
}

impl From<NaiveDate> for Year {
    /// Coarsens: the day is lost. A year beyond four digits becomes the nearest that four digits can write.
    fn from(date: NaiveDate) -> Self {
        let year = i64::from(date.year()).clamp(YEARS.0, YEARS.1);
        Self(i16::try_from(year).unwrap_or_default())
    }
}

impl From<YearMonth> for Year {
    fn from(month: YearMonth) -> Self {
        Self::from(month.first())
    }
}

impl From<YearQuarter> for Year {
    fn from(quarter: YearQuarter) -> Self {
        Self::from(quarter.first())
    }
}

impl Serialize for Year {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i16(self.0)
    }
}

impl<'de> Deserialize<'de> for Year {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::json::deserialize_scalar(deserializer)
    }
}

impl Scalar for Year {
    const TYPE: ValueType = ValueType::Year {};
    type Kind = Self;
    type Grain = check::by::Yearly;
    type Form = check::form::Calendar;
    type Stored = stored::form::Plain<i16>;

    fn datum(&self) -> Datum {
        Datum::Year(*self)
    }

    fn from_datum(datum: Datum) -> Result<Self, ValueError> {
        match datum {
            Datum::Year(year) => Ok(year),
            Datum::Whole(year) => Self::try_new(year),
            other => Err(ValueError::wrong_type(&<Self as Scalar>::TYPE, &other)),
        }
    }
}

impl stored::Plain for Year {
    type Number = i16;

    #[inline]
    fn number(&self) -> i16 {
        self.0
    }

    #[inline]
    fn is_number(year: i16) -> bool {
        (YEARS.0..=YEARS.1).contains(&i64::from(year))
    }

    #[inline]
    fn of_number(year: i16) -> Self {
        Self(year)
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

const fn first_of_month(year: i32, month: u32) -> Option<i32> {
    if (year as i64) < YEARS.0 || (year as i64) > YEARS.1 {
        return None;
    }
    match NaiveDate::from_ymd_opt(year, month, 1) {
        Some(date) => Some(date.to_epoch_days()),
        None => None,
    }
}

const fn first_of_quarter(year: i32, quarter: u32) -> Option<i32> {
    match quarter {
        1..=4 => first_of_month(year, 3 * quarter - 2),
        _ => None,
    }
}

/// The number that exactly `count` digits write.
fn digits(text: &str, count: usize) -> Option<i32> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())?
}
