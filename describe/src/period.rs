//! Days, periods and moments, as sources and decisions state them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::text::Text;

/// A day in a *description*, such as the first day on which a code is valid.
///
/// A row cannot hold a `Date`: a decision delivers months, quarters or years. The text form is `2013-01-31`, in JSON too.
///
/// ```
/// use beraad_describe::Date;
///
/// const START: Date = Date::ymd(2013, 1, 1);
/// assert_eq!(START.to_string(), "2013-01-01");
/// assert_eq!("2013-01-01".parse::<Date>().unwrap(), START);
/// ```
// The number of days since 1 January 1970.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i32);

impl Date {
    /// Creates the day `year`-`month`-`day`.
    ///
    /// # Panics
    /// If the Gregorian calendar does not have the day, or if the year is not 0 to 9999. In a constant, that is a compile
    /// error.
    #[must_use]
    pub const fn ymd(year: i32, month: u32, day: u32) -> Self {
        match Self::try_ymd(year, month, day) {
            Some(date) => date,
            None => panic!("the calendar has no such day"),
        }
    }

    /// Creates the day `year`-`month`-`day`, or returns `None` if the Gregorian calendar does not have the day or the year
    /// is not 0 to 9999.
    #[must_use]
    pub const fn try_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        if year < 0 || year > 9999 || month < 1 || month > 12 {
            return None;
        }
        if day < 1 || day > days_in_month(year, month) {
            return None;
        }
        Some(Self(days_from_civil(year, month, day)))
    }

    /// Returns the present day by the clock of this machine, in coordinated universal time; `None` if the clock is before 1970 or too far
    /// after it.
    #[must_use]
    pub fn today() -> Option<Self> {
        const SECONDS: u64 = 24 * 60 * 60;
        let since = std::time::SystemTime::UNIX_EPOCH.elapsed().ok()?;
        i32::try_from(since.as_secs() / SECONDS).ok().map(Self)
    }

    /// Creates the day that is `days` days after 1 January 1970, also beyond the years 0 to 9999.
    #[must_use]
    pub const fn from_epoch_days(days: i32) -> Self {
        Self(days)
    }

    /// Returns the number of days since 1 January 1970, as in Arrow's `Date32`.
    #[must_use]
    pub const fn to_epoch_days(self) -> i32 {
        self.0
    }

    /// Returns the year.
    #[must_use]
    pub const fn year(self) -> i32 {
        civil_from_days(self.0).0
    }

    /// Returns the month of the year, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u32 {
        civil_from_days(self.0).1
    }

    /// Returns the day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u32 {
        civil_from_days(self.0).2
    }

    /// Converts the day to a date of the crate chrono.
    ///
    /// # Panics
    /// If the day is more than 262,000 years away from 1970, which only [`from_epoch_days`](Self::from_epoch_days) can
    /// produce.
    #[cfg(feature = "chrono")]
    #[must_use]
    pub const fn to_chrono(self) -> chrono::NaiveDate {
        chrono::NaiveDate::from_epoch_days(self.0)
            .expect("chrono has every day of a year of four digits")
    }
}

#[cfg(feature = "chrono")]
impl From<chrono::NaiveDate> for Date {
    fn from(date: chrono::NaiveDate) -> Self {
        Self(date.to_epoch_days())
    }
}

const fn is_leap_year(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

const fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if is_leap_year(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The number of days in an era: 400 years, after which the calendar repeats itself.
const ERA_DAYS: i64 = 146_097;
/// The number of days from 1 March of the year 0, where the eras start, to 1 January 1970.
const ERAS_TO_EPOCH: i64 = 719_468;

/// The number of days from 1 January 1970 to a day of the proleptic Gregorian calendar.
///
/// Years are counted from 1 March, so that the leap day is the last day of a year and every month before it has a fixed
/// place: the months from March are 31, 30, 31, 30, 31 days and again, which is what `(153 * month + 2) / 5` counts.
#[expect(
    clippy::cast_possible_truncation,
    reason = "years of four digits are some 3.6 million days"
)]
const fn days_from_civil(year: i32, month: u32, day: u32) -> i32 {
    let (year, month, day) = (year as i64, month as i64, day as i64);
    // January and February belong to the year that began in the March before.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    (era * ERA_DAYS + day_of_era - ERAS_TO_EPOCH) as i32
}

/// The year, month and day of the day that is `days` days after 1 January 1970: the inverse of [`days_from_civil`].
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a month and a day are small and positive, and a year is smaller than its days"
)]
const fn civil_from_days(days: i32) -> (i32, u32, u32) {
    let days = days as i64 + ERAS_TO_EPOCH;
    let era = days.div_euclid(ERA_DAYS);
    let day_of_era = days.rem_euclid(ERA_DAYS);
    // Leap days before this day: one in 4 years (1,460 days), none in 100 (36,524), one in 400.
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    // The inverse of `(153 * month + 2) / 5`: five months from March on have 153 days.
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    // And back: they are in the next calendar year.
    let year = year_of_era + era * 400 + (month <= 2) as i64;
    (year as i32, month as u32, day as u32)
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil_from_days(self.0);
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Date({self})")
    }
}

impl FromStr for Date {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse_date(text).ok_or_else(|| ParseDateError(text.to_owned()))
    }
}

/// Reads a day of the form `2013-01-31`.
fn parse_date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = digits(parts.next()?, 2)?;
    let day = digits(parts.next()?, 2)?;
    if parts.next().is_some() {
        return None;
    }
    Date::try_ymd(year, month.cast_unsigned(), day.cast_unsigned())
}

/// Reads a number of exactly `count` digits.
pub(crate) fn digits(text: &str, count: usize) -> Option<i32> {
    // Digits only: `parse` would accept a sign.
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())?
}

/// The error of a text that is not a [`Date`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("invalid day `{0}`; expected the form `2013-01-31`")]
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

/// A period of days, with both ends included.
///
/// An end that no source states is `None`: the period is unlimited at that end. A period whose end is before its start
/// has no days. In JSON, an end that is not stated is left out.
///
/// ```
/// use beraad_describe::{Date, Period};
///
/// let until_2011 = Period::new(Some(Date::ymd(1998, 1, 1)), Some(Date::ymd(2011, 12, 31)));
/// let from_2012 = Period::new(Some(Date::ymd(2012, 1, 1)), None);
/// assert!(!until_2011.overlaps(from_2012));
/// assert!(Period::ALWAYS.overlaps(from_2012));
/// assert_eq!(until_2011.to_string(), "1998-01-01/2011-12-31");
/// assert_eq!(from_2012.to_string(), "2012-01-01/");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
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
    /// The period without stated ends, which contains every day.
    pub const ALWAYS: Self = Self::new(None, None);

    /// Creates the period from its first to its last day; `None` is an end that is not stated.
    #[must_use]
    pub const fn new(from: Option<Date>, to: Option<Date>) -> Self {
        Self { from, to }
    }

    /// Returns true if the period contains `day`.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Returns true if the two periods have at least one day in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        // The common days go from the last start to the first end. An end that is not stated limits nothing.
        let both = [self, other];
        let last_start = both.iter().filter_map(|period| period.from).max();
        let first_end = both.iter().filter_map(|period| period.to).min();
        last_start
            .zip(first_end)
            .is_none_or(|(start, end)| start <= end)
    }

    /// Returns true if neither end is stated.
    #[must_use]
    pub fn is_always(&self) -> bool {
        *self == Self::ALWAYS
    }
}

/// The days as an ISO 8601 interval, in which an end that is not stated is empty: `2012-01-01/2013-12-31`, `2012-01-01/`,
/// `/2011-12-31`, or `/` for [`ALWAYS`](Period::ALWAYS).
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(from) = self.from {
            write!(f, "{from}")?;
        }
        f.write_str("/")?;
        self.to.map_or(Ok(()), |to| write!(f, "{to}"))
    }
}

/// A moment, as precisely as a source states it: a year, a quarter or a day (`2006`, `2014-Q1`, `2013-05-01`).
///
/// ```
/// use beraad_describe::Moment;
///
/// const REFORM: Moment = Moment::from_static("2014-Q1");
/// assert_eq!(REFORM.as_str(), "2014-Q1");
/// assert!("2014-Q9".parse::<Moment>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Moment(Text);

impl Moment {
    /// Creates the moment from its text: a year (`2006`), a quarter (`2014-Q1`) or a day (`2013-05-01`).
    ///
    /// # Panics
    /// If the text is not a year, a quarter or a day of the calendar. In a constant, that is a compile error.
    #[must_use]
    #[track_caller]
    pub const fn from_static(text: &'static str) -> Self {
        assert!(
            is_moment(text.as_bytes()),
            "a break in series starts at a year, a quarter or a day: `2006`, `2014-Q1` or `2013-05-01`"
        );
        Self(Text::Borrowed(text))
    }

    /// Returns the text.
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

impl FromStr for Moment {
    type Err = ParseMomentError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if is_moment(text.as_bytes()) {
            Ok(Self(Text::Owned(text.to_owned())))
        } else {
            Err(ParseMomentError(text.to_owned()))
        }
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

/// The error of a text that is not a [`Moment`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "invalid moment `{0}`; expected a year, a quarter or a day: `2006`, `2014-Q1` or `2013-05-01`"
)]
pub struct ParseMomentError(String);

/// Returns true if the text is a year, a quarter or a day of the calendar.
const fn is_moment(text: &[u8]) -> bool {
    // By bytes and without slices, since a constant must be able to call it. The length comes first, so that no
    // index is beyond the end.
    match text.len() {
        4 => number_at(text, 0, 4).is_some(),
        7 => {
            number_at(text, 0, 4).is_some()
                && text[4] == b'-'
                && text[5] == b'Q'
                && matches!(text[6], b'1'..=b'4')
        }
        10 if text[4] == b'-' && text[7] == b'-' => {
            match (
                number_at(text, 0, 4),
                number_at(text, 5, 2),
                number_at(text, 8, 2),
            ) {
                (Some(year), Some(month), Some(day)) => {
                    Date::try_ymd(year.cast_signed(), month, day).is_some()
                }
                _ => false,
            }
        }
        _ => false,
    }
}

/// Reads the number of `count` digits from `start`.
const fn number_at(text: &[u8], start: usize, count: usize) -> Option<u32> {
    let (mut at, mut number) = (start, 0);
    while at < start + count {
        if !text[at].is_ascii_digit() {
            return None;
        }
        number = number * 10 + (text[at] - b'0') as u32;
        at += 1;
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarter_or_day_outside_the_calendar_is_not_a_moment() {
        for text in ["2006", "2014-Q1", "2014-Q4", "2013-05-01", "2012-02-29"] {
            assert_eq!(text.parse::<Moment>().unwrap().as_str(), text);
        }
        for text in [
            "",
            "206",
            "2014-Q0",
            "2014-Q9",
            "2013-13-01",
            "2013-02-29",
            "2013-05-1",
            "2014-q1",
            "2014 Q1",
        ] {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
    }

    #[test]
    fn days_and_civil_dates_convert_into_each_other() {
        let (first, last) = (Date::ymd(0, 1, 1), Date::ymd(9999, 12, 31));
        let (mut year, mut month, mut day) = (0, 1, 1);
        for days in first.to_epoch_days()..=last.to_epoch_days() {
            assert_eq!(civil_from_days(days), (year, month, day));
            assert_eq!(days_from_civil(year, month, day), days);
            day += 1;
            if day > days_in_month(year, month) {
                (month, day) = (month + 1, 1);
            }
            if month > 12 {
                (year, month) = (year + 1, 1);
            }
        }
        assert_eq!((year, month, day), (10_000, 1, 1));
    }
}
