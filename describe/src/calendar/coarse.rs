//! Code that days, months and quarters share: each is stored as its first day.

use super::YEARS;
use crate::period::Date;

/// Implements everything that a day, a month and a quarter have in common: days since 1970, text and serde.
///
/// `$form` is an example of the text, `$words` the English name of the kind, `$first_days` the static table of first days.
macro_rules! first_day_type {
    ($type:ident, $grain:ident, $form:literal, $words:literal, $first_days:ident) => {
        impl $type {
            /// Returns the number of days from 1 January 1970 to its first day, as Arrow's `Date32` counts them.
            #[must_use]
            pub const fn to_epoch_days(self) -> i32 {
                self.0
            }

            const fn first(self) -> $crate::Date {
                $crate::Date::from_epoch_days(self.0)
            }

            /// Returns whether a value starts on this day, counted from 1 January 1970.
            #[doc(hidden)]
            #[must_use]
            #[inline]
            pub fn __is_first_day(days: i32) -> bool {
                $first_days.contains(days)
            }

            /// The value that starts on this day. If no value does, the result is unspecified.
            #[doc(hidden)]
            #[must_use]
            #[inline]
            pub const fn __from_first_day(days: i32) -> Self {
                Self(days)
            }
        }

        impl std::fmt::Debug for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($type), "({})"), self)
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::CalendarError;

            fn from_str(text: &str) -> Result<Self, $crate::CalendarError> {
                Self::parse(text).ok_or($crate::CalendarError::Form { expected: $form })
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = deserializer
                    .deserialize_str(crate::calendar::text::PeriodText { expected: $words })
                    // Of an error before the text was found. The parse below has an error without values of its own.
                    .map_err(crate::calendar::text::without_value)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl From<$type> for $crate::CalendarPeriod {
            fn from(period: $type) -> Self {
                Self::new($crate::Grain::$grain, period.0)
            }
        }

        impl $crate::CalendarType for $type {
            const GRAIN: $crate::Grain = $crate::Grain::$grain;

            fn from_period(period: $crate::CalendarPeriod) -> Option<Self> {
                (period.grain() == Self::GRAIN).then(|| Self(period.to_epoch_days()))
            }
        }
    };
}
pub(super) use first_day_type;

/// Implements what a month and a quarter have in common: they are a part of a year, and longer than a day.
macro_rules! part_of_year {
    ($type:ident) => {
        #[cfg(feature = "chrono")]
        impl From<chrono::NaiveDate> for $type {
            /// Keeps the period that contains the date; the day is lost.
            ///
            /// A year beyond four digits becomes the nearest year that four digits can write.
            fn from(date: chrono::NaiveDate) -> Self {
                let year = crate::calendar::coarse::year_of_four_digits(date);
                Self::containing(year, chrono::Datelike::month(&date))
            }
        }

        impl TryFrom<(i32, u32)> for $type {
            type Error = $crate::CalendarError;

            /// Converts the year and the part of the year, as [`try_new`](Self::try_new) does.
            fn try_from((year, part): (i32, u32)) -> Result<Self, $crate::CalendarError> {
                Self::try_new(year, part)
            }
        }
    };
}
pub(super) use part_of_year;

/// Returns true if a day, counted from 1 January 1970, is in a year of four digits.
pub(super) const fn is_of_four_digits(days: i32) -> bool {
    const FIRST: i32 = Date::ymd(1000, 1, 1).to_epoch_days();
    const LAST: i32 = Date::ymd(9999, 12, 31).to_epoch_days();
    FIRST <= days && days <= LAST
}

/// The first day of a month of a year, in days since 1 January 1970.
pub(super) const fn first_of_month(year: i32, month: u32) -> Option<i32> {
    // Written with casts, since a constant function can use neither `From` nor `RangeInclusive::contains`.
    if (year as i64) < YEARS.0 || (year as i64) > YEARS.1 {
        return None;
    }
    match Date::try_ymd(year, month, 1) {
        Some(date) => Some(date.to_epoch_days()),
        None => None,
    }
}

/// The quarter, 1 to 4, that contains a month, 1 to 12.
pub(super) const fn quarter_of(month: u32) -> u32 {
    (month - 1) / 3 + 1
}

/// The day before the first day of the following period.
pub(super) fn day_before(first_of_next: Date) -> Date {
    Date::from_epoch_days(first_of_next.to_epoch_days() - 1)
}

/// The year of a date, moved to the nearest year that four digits can write.
#[cfg(feature = "chrono")]
pub(super) fn year_of_four_digits(date: chrono::NaiveDate) -> i32 {
    chrono::Datelike::year(&date).clamp(1000, 9999)
}
