//! The calendar types of a row: days, months, quarters and years, as precise as a decision delivers dates.

mod first_days;
mod text;
mod any_period;
mod steps;
mod coarse;
mod day;
mod year_month;
mod year_quarter;
mod year;
#[cfg(feature = "schemars")]
mod json_schema;

use std::fmt;

pub use self::any_period::{CalendarPeriod, CalendarType};
pub use self::day::Day;
pub(crate) use self::steps::Counted;
pub use self::steps::Periods;
pub use self::text::without_value;
pub use self::year::Year;
pub use self::year_month::YearMonth;
pub use self::year_quarter::YearQuarter;
use crate::period::{Date, Period};

/// The first and the last year that four digits can write.
const YEARS: (i64, i64) = (1000, 9999);

impl CalendarError {
    /// A year that does not have four digits.
    const OUT_OF_BOUNDS: Self = Self::OutOfBounds {
        min: YEARS.0,
        max: YEARS.1,
    };
}

/// A period in which a row is observed: a day, a month, a quarter or a year.
///
/// ```
/// use beraad_describe::{Date, ObservationPeriod, YearMonth, YearQuarter};
///
/// /// Returns the number of days of a period.
/// fn days(period: impl ObservationPeriod) -> i32 {
///     period.next_day().to_epoch_days() - period.first_day().to_epoch_days()
/// }
///
/// assert_eq!(days(YearMonth::new(2012, 2)), 29);
/// assert_eq!(YearQuarter::new(2012, 1).last_day(), Date::ymd(2012, 3, 31));
/// ```
pub trait ObservationPeriod: Copy {
    /// The first day of the period.
    fn first_day(self) -> Date;

    /// The last day of the period.
    fn last_day(self) -> Date;

    /// The day whose state a row of this period holds: the last day, at its end (24:00).
    ///
    /// Where a provider's yearly states are those at the end of the year ([`YearlyStates::YearEnd`]), year T is the state on
    /// 31 December T at 24:00, which is the state on 1 January T+1.
    ///
    /// [`YearlyStates::YearEnd`]: crate::YearlyStates::YearEnd
    ///
    /// ```
    /// use beraad_describe::{Date, ObservationPeriod, Year};
    ///
    /// assert_eq!(Year::new(2010).reference_date(), Date::ymd(2010, 12, 31));
    /// ```
    fn reference_date(self) -> Date {
        self.last_day()
    }

    /// The day after the last day.
    fn next_day(self) -> Date {
        Date::from_epoch_days(self.last_day().to_epoch_days() + 1)
    }

    /// Returns true if every day of another period is in this one.
    ///
    /// ```
    /// use beraad_describe::{ObservationPeriod, Year, YearQuarter};
    ///
    /// assert!(Year::new(2010).covers(YearQuarter::new(2010, 4)));
    /// assert!(!YearQuarter::new(2010, 4).covers(Year::new(2010)));
    /// ```
    fn covers(self, other: impl ObservationPeriod) -> bool {
        self.first_day() <= other.first_day() && other.last_day() <= self.last_day()
    }

    /// The days from the first to the last, as a [`Period`] with both ends stated.
    fn period(self) -> Period {
        Period::new(Some(self.first_day()), Some(self.last_day()))
    }
}

vocabulary_enum! {
    /// The precision of a date.
    ///
    /// The order is from coarse to precise: `Grain::Year < Grain::Month`.
    #[derive(PartialOrd, Ord)]
    pub enum Grain {
        /// By year.
        Year,
        /// By quarter and year.
        Quarter,
        /// By month and year.
        Month,
        /// By day.
        Day,
    }
}

impl Grain {
    /// Returns the form in which periods of this grain are written as text.
    #[must_use]
    pub fn text_form(self) -> TextForm {
        self.record().text
    }

    /// The id of the kind of value whose dates have this grain: `year_month`.
    pub(crate) fn kind_id(self) -> &'static str {
        self.record().kind_id
    }

    /// The grain of the kind of value with this id.
    pub(crate) fn from_kind_id(id: &str) -> Option<Self> {
        let grains = <Self as strum::VariantArray>::VARIANTS;
        grains.iter().copied().find(|grain| grain.kind_id() == id)
    }

    fn record(self) -> &'static GrainRecord {
        match self {
            Self::Year => &Year::RECORD,
            Self::Quarter => &YearQuarter::RECORD,
            Self::Month => &YearMonth::RECORD,
            Self::Day => &Day::RECORD,
        }
    }
}

/// The only form in which the values of a type are written as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TextForm {
    /// An example: `2016-03`.
    pub example: &'static str,
    /// A regular expression that the whole text matches, in the dialect of JSON Schema.
    pub pattern: &'static str,
}

/// Everything that [`CalendarPeriod`] must know about one grain. Each calendar type declares its own, in its file.
struct GrainRecord {
    /// The id of the kind of value: `year_month`.
    kind_id: &'static str,
    text: TextForm,
    /// The first day of the period that contains a day, in days since 1 January 1970; `None` outside the years 1000 to 9999.
    first_day: fn(Date) -> Option<i32>,
    /// The last day of the period that starts on this day.
    last_day: fn(i32) -> Date,
    /// The first day of the period that a text writes.
    parse: fn(&str) -> Option<i32>,
    /// Writes the period that starts on this day.
    write: fn(i32, &mut fmt::Formatter<'_>) -> fmt::Result,
    /// The Rust expression for the period that starts on this day: `YearMonth::new(2016, 3)`.
    rust_expression: fn(i32) -> String,
}

fn not_first_day(of: &str) -> String {
    if of == "day" {
        return "not midnight of a day in the years 1000 to 9999; write dates without a time"
            .into();
    }
    format!(
        "not the first day of a {of} in the years 1000 to 9999; write the first day of each {of}"
    )
}

/// A month, quarter or year that does not exist. The error does not repeat the value, which may be about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The text has another form, or its parts are outside the calendar.
    #[error("not of the form `{expected}`")]
    Form {
        /// An example of the form.
        expected: &'static str,
    },
    /// No day, month or quarter starts at this moment.
    #[error("{}", not_first_day(of))]
    NotFirstDay {
        /// The period: a day, a month or a quarter.
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
