//! Months, quarters and years: dates as coarse as a decision delivers them.

mod first_days;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::expr::Literal;
use crate::period::{Date, Period, digits};

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
    /// use beraad_describe::{Date, ObservationPeriod, Year};
    ///
    /// assert_eq!(Year::new(2010).reference_date(), Date::ymd(2010, 12, 31));
    /// ```
    fn reference_date(self) -> Date {
        self.last_day()
    }

    /// The day after its last day.
    fn next_day(self) -> Date {
        Date::from_epoch_days(self.last_day().to_epoch_days() + 1)
    }

    /// Its days, as a period.
    fn period(self) -> Period {
        Period::new(Some(self.first_day()), Some(self.last_day()))
    }
}

/// The day before the first day of the following period.
fn day_before(first_of_next: i32) -> Date {
    Date::from_epoch_days(first_of_next - 1)
}

macro_rules! calendar_type {
    ($type:ident, $form:literal, $kind:ident, $kind_words:literal, $first_days:ident) => {
        impl $type {
            /// Days from 1 January 1970 to its first day, as Arrow's `Date32` counts them.
            #[must_use]
            pub const fn to_epoch_days(self) -> i32 {
                self.0
            }

            const fn first(self) -> Date {
                Date::from_epoch_days(self.0)
            }

            /// Whether a first day encodes a value, in days from 1 January 1970.
            #[doc(hidden)]
            #[must_use]
            #[inline]
            pub fn __is_first_day(days: i32) -> bool {
                first_days::$first_days.contain(days)
            }

            /// The value that starts on this day. If no value does, the result is unspecified.
            #[doc(hidden)]
            #[must_use]
            #[inline]
            pub const fn __from_first_day(days: i32) -> Self {
                Self(days)
            }
        }

        impl fmt::Debug for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($type), "({})"), self)
            }
        }

        #[cfg(feature = "chrono")]
        impl From<chrono::NaiveDate> for $type {
            /// Coarsens: the day is lost.
            ///
            /// A year beyond four digits becomes the nearest that four digits can write.
            fn from(date: chrono::NaiveDate) -> Self {
                Self::of(four_digits(date), chrono::Datelike::month(&date))
            }
        }

        impl FromStr for $type {
            type Err = CalendarError;

            fn from_str(text: &str) -> Result<Self, CalendarError> {
                Self::parse(text).ok_or(CalendarError::Form { expected: $form })
            }
        }

        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = deserializer
                    .deserialize_str(PeriodText($kind_words))
                    .map_err(without_value)?;
                Self::from_str(&text).map_err(de::Error::custom)
            }
        }

        impl From<$type> for Literal {
            fn from(value: $type) -> Self {
                Self::$kind(value)
            }
        }
    };
}

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
    /// [`CalendarError::Form`] if the year is not 1000 to 9999 or the month not 1 to 12.
    pub fn try_new(year: i32, month: u32) -> Result<Self, CalendarError> {
        first_of_month(year, month)
            .map(Self)
            .ok_or(CalendarError::Form {
                expected: MONTH_FORM,
            })
    }

    /// The month that starts on this day, counted from 1 January 1970.
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
    fn of(year: i32, month: u32) -> Self {
        Self::new(year, month)
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

calendar_type!(
    YearMonth,
    "`2016-03`",
    YearMonth,
    "month and year",
    OF_MONTHS
);

impl ObservationPeriod for YearMonth {
    fn first_day(self) -> Date {
        self.first()
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
        Self::new(month.year(), quarter_of(month.month()))
    }
}

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
    /// [`CalendarError::Form`] if the year is not 1000 to 9999 or the quarter not 1 to 4.
    pub fn try_new(year: i32, quarter: u32) -> Result<Self, CalendarError> {
        first_of_quarter(year, quarter)
            .map(Self)
            .ok_or(CalendarError::Form {
                expected: QUARTER_FORM,
            })
    }

    /// The quarter that starts on this day, counted from 1 January 1970.
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
    fn of(year: i32, month: u32) -> Self {
        Self::new(year, quarter_of(month))
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
        quarter_of(self.first().month())
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
    "quarter and year",
    OF_QUARTERS
);

impl ObservationPeriod for YearQuarter {
    fn first_day(self) -> Date {
        self.first()
    }

    fn last_day(self) -> Date {
        YearMonth::new(self.year(), 3 * self.quarter()).last_day()
    }
}

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
    /// [`CalendarError::OutOfBounds`] if it is not 1000 to 9999.
    pub fn try_new(year: i64) -> Result<Self, CalendarError> {
        let year = i16::try_from(year)
            .ok()
            .filter(|year| (YEARS.0..=YEARS.1).contains(&i64::from(*year)));
        year.map(Self).ok_or(CalendarError::OutOfBounds {
            min: YEARS.0,
            max: YEARS.1,
        })
    }

    /// The year of four digits that is `year`.
    fn of(year: i32) -> Self {
        Self(i16::try_from(year).unwrap_or_default())
    }

    /// The year of this number. If the number is not a year of four digits, the result is unspecified.
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub const fn __from_number(year: i16) -> Self {
        Self(year)
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
    type Err = CalendarError;

    fn from_str(text: &str) -> Result<Self, CalendarError> {
        let year = digits(text, 4).ok_or(CalendarError::Form { expected: "`2016`" })?;
        Self::try_new(i64::from(year))
    }
}

#[cfg(feature = "chrono")]
impl From<chrono::NaiveDate> for Year {
    /// Coarsens: the day is lost. A year beyond four digits becomes the nearest that four digits can write.
    fn from(date: chrono::NaiveDate) -> Self {
        Self::of(four_digits(date))
    }
}

impl From<YearMonth> for Year {
    fn from(month: YearMonth) -> Self {
        Self::of(month.year())
    }
}

impl From<YearQuarter> for Year {
    fn from(quarter: YearQuarter) -> Self {
        Self::of(quarter.year())
    }
}

impl Serialize for Year {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i16(self.0)
    }
}

impl<'de> Deserialize<'de> for Year {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let year = deserializer
            .deserialize_i64(YearNumber)
            .map_err(without_value)?;
        Self::try_new(year).map_err(de::Error::custom)
    }
}

impl From<Year> for Literal {
    fn from(year: Year) -> Self {
        Self::Year(year)
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
    match Date::try_ymd(year, month, 1) {
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

/// The quarter, 1 to 4, that a month, 1 to 12, is in.
const fn quarter_of(month: u32) -> u32 {
    (month - 1) / 3 + 1
}

/// The year of a date, moved to the nearest one that four digits can write.
#[cfg(feature = "chrono")]
fn four_digits(date: chrono::NaiveDate) -> i32 {
    chrono::Datelike::year(&date).clamp(1000, 9999)
}

/// Reads the text of a month or a quarter. Its messages name what was expected and never repeat what was found, which may
/// be about a person.
struct PeriodText(&'static str);

impl de::Visitor<'_> for PeriodText {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<String, E> {
        Err(wrong_type(self.0, "true or false"))
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<String, E> {
        Err(wrong_type(self.0, "a number"))
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<String, E> {
        Err(wrong_type(self.0, "a number"))
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<String, E> {
        Err(wrong_type(self.0, "a number"))
    }
}

/// Reads the number of a year, with the same promise.
struct YearNumber;

impl de::Visitor<'_> for YearNumber {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a year")
    }

    fn visit_i64<E: de::Error>(self, year: i64) -> Result<i64, E> {
        Ok(year)
    }

    fn visit_u64<E: de::Error>(self, year: u64) -> Result<i64, E> {
        // A number that does not fit is out of bounds, as the largest one is.
        Ok(i64::try_from(year).unwrap_or(i64::MAX))
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "a float beyond 64 bits becomes the largest number, which is out of bounds"
    )]
    fn visit_f64<E: de::Error>(self, year: f64) -> Result<i64, E> {
        // JSON Schema's `integer` allows `2016.0`.
        if year.fract() == 0.0 {
            Ok(year as i64)
        } else {
            Err(wrong_type("year", "a number that is not whole"))
        }
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<i64, E> {
        Err(wrong_type("year", "true or false"))
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<i64, E> {
        Err(wrong_type("year", "a text"))
    }
}

/// The same error without the value, which may be about a person.
///
/// A format that refuses a value before it asks the visitor writes it out: serde_json says `invalid type: floating point
/// 1.5, expected month and year`.
fn without_value<E: de::Error>(error: E) -> E {
    let text = error.to_string();
    let quotes = ["invalid type: ", "invalid value: "];
    let Some((words, (before, found))) = quotes
        .iter()
        .find_map(|words| Some((words, text.split_once(words)?)))
    else {
        return error;
    };
    // serde puts values in quotes or backticks, and nothing else.
    let sort = found.split(['"', '`', ',']).next().unwrap_or_default();
    let expected = found.rfind(", expected ").map_or("", |at| &found[at..]);
    E::custom(format_args!("{before}{words}{}{expected}", sort.trim_end()))
}

fn wrong_type<E: de::Error>(expected: &str, found: &str) -> E {
    E::custom(format_args!("expected {expected}, found {found}"))
}

/// A month, a quarter or a year that does not exist. The value is not repeated: it may be about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The text or the parts have another form.
    #[error("not of the form {expected}")]
    Form {
        /// The form, with an example.
        expected: &'static str,
    },
    /// No month or quarter starts on this day.
    #[error("not the first day of a {of} in the years 1000 to 9999")]
    NotFirstDay {
        /// The period: a month or a quarter.
        of: &'static str,
    },
    /// The year does not have four digits.
    #[error("outside the bounds {min} to {max}")]
    OutOfBounds {
        /// The smallest year.
        min: i64,
        /// The largest year.
        max: i64,
    },
}
