//! Days and periods of validity, as sources state them.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::label::Text;

/// A calendar day of a *description*: the first day of validity of a code, the date of a decision.
///
/// It is no value type: a row cannot hold a day, since no decision of this kind delivers one.
///
/// ```
/// use beraad_schema::Date;
///
/// const START: Date = Date::ymd(2013, 1, 1);
/// assert_eq!(START.to_string(), "2013-01-01");
/// assert_eq!("2013-01-01".parse::<Date>().unwrap(), START);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The day `year`-`month`-`day`.
    ///
    /// # Panics
    /// If there is no such day; in a constant, that is a compile error.
    #[must_use]
    pub const fn ymd(year: i32, month: u32, day: u32) -> Self {
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(date) => Self(date),
            None => panic!("no such day in the calendar"),
        }
    }

    /// The day as a chrono date.
    #[must_use]
    pub const fn to_chrono(self) -> NaiveDate {
        self.0
    }

    /// Days since 1 January 1970, as Arrow's `Date32` counts them.
    #[must_use]
    pub const fn to_epoch_days(self) -> i32 {
        self.0.to_epoch_days()
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }
}

impl From<NaiveDate> for Date {
    fn from(date: NaiveDate) -> Self {
        Self(date)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl FromStr for Date {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || ParseDateError(text.to_owned());
        // chrono also takes signs and spaces.
        let has_form = |(at, byte): (usize, u8)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        };
        if text.len() != 10 || !text.bytes().enumerate().all(has_form) {
            return Err(wrong());
        }
        NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .map(Self)
            .map_err(|_| wrong())
    }
}

/// A text that is no calendar day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no day; expected the form `2013-01-31`")]
pub struct ParseDateError(String);

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

/// A span of days, both ends included. An end that no source states is `None`, and never rejects.
///
/// ```
/// use beraad_schema::{Date, Period};
///
/// let until_2011 = Period::new(Some(Date::ymd(1998, 1, 1)), Some(Date::ymd(2011, 12, 31)));
/// let from_2012 = Period::new(Some(Date::ymd(2012, 1, 1)), None);
/// assert!(!until_2011.overlaps(from_2012));
/// assert!(Period::ALWAYS.overlaps(from_2012));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// The first day, if it is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day, if it is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

impl Period {
    /// No end is stated.
    pub const ALWAYS: Self = Self::new(None, None);

    /// The period from the first to the last day.
    #[must_use]
    pub const fn new(from: Option<Date>, to: Option<Date>) -> Self {
        Self { from, to }
    }

    /// Whether the day lies in the period.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether the two periods have a day in common. One that ends before it starts has no day at all.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let both = [self, other];
        let last_start = both.iter().filter_map(|period| period.from).max();
        let first_end = both.iter().filter_map(|period| period.to).min();
        last_start
            .zip(first_end)
            .is_none_or(|(start, end)| start <= end)
    }

    /// Whether neither end is stated.
    #[must_use]
    pub fn is_always(&self) -> bool {
        *self == Self::ALWAYS
    }
}

/// When something happened, as precisely as its source says it: `2006`, `2014-Q1` or `2013-05-01`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(#[doc(hidden)] pub Text);

impl Moment {
    /// The text as the source has it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
