//! Counting months, quarters and years: the next one, the number of them between two, all of them in a period.

use std::fmt;
use std::iter::FusedIterator;
use std::ops::RangeInclusive;

use super::ObservationPeriod;

/// A calendar type whose values can be counted.
pub trait Counted: ObservationPeriod {
    /// The number of such periods before this one, from a start that all periods of the type have in common.
    fn position(self) -> i32;

    /// The period at a position; `None` outside the years 1000 to 9999.
    fn at_position(position: i32) -> Option<Self>;
}

/// Consecutive days, months, quarters or years, from the first to the last: [`YearQuarter::through`](crate::YearQuarter::through),
/// [`YearMonth::all_in`](crate::YearMonth::all_in). The iterator can also go backwards, and knows its length.
#[derive(Clone, PartialEq, Eq)]
pub struct Periods<P> {
    positions: RangeInclusive<i32>,
    of: std::marker::PhantomData<fn() -> P>,
}

impl<P: Counted> Periods<P> {
    /// The periods from `first` to `last`; none if `last` is earlier.
    pub(super) fn new(first: P, last: P) -> Self {
        Self {
            positions: first.position()..=last.position(),
            of: std::marker::PhantomData,
        }
    }

    /// No period.
    pub(super) fn none() -> Self {
        Self {
            positions: RangeInclusive::new(1, 0),
            of: std::marker::PhantomData,
        }
    }
}

impl<P: Counted> Iterator for Periods<P> {
    type Item = P;

    fn next(&mut self) -> Option<P> {
        // Both ends are periods, so every position between them is one.
        self.positions.next().and_then(P::at_position)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.positions.size_hint()
    }
}

impl<P: Counted> DoubleEndedIterator for Periods<P> {
    fn next_back(&mut self) -> Option<P> {
        self.positions.next_back().and_then(P::at_position)
    }
}

impl<P: Counted> ExactSizeIterator for Periods<P> {}

impl<P: Counted> FusedIterator for Periods<P> {}

impl<P: Counted + fmt::Display> fmt::Debug for Periods<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.clone();
        match (rest.next(), rest.next_back()) {
            (None, _) => write!(f, "Periods()"),
            (Some(only), None) => write!(f, "Periods({only})"),
            (Some(first), Some(last)) => write!(f, "Periods({first} to {last})"),
        }
    }
}

/// Implements the steps of a calendar type as methods. `$unit` is its plural, `$example` three consecutive values.
macro_rules! steps {
    ($type:ident, $unit:literal, [$first:literal, $second:literal, $third:literal]) => {
        impl $type {
            #[doc = concat!("Returns the next of the ", $unit, "; `None` after the year 9999.")]
            #[must_use]
            pub fn next(self) -> Option<Self> {
                self.plus(1)
            }

            #[doc = concat!("Returns the previous of the ", $unit, "; `None` before the year 1000.")]
            #[must_use]
            pub fn previous(self) -> Option<Self> {
                self.plus(-1)
            }

            #[doc = concat!("Returns the one that is this number of ", $unit, " later, or earlier if the number is negative; `None` outside the years 1000 to 9999.")]
            ///
            /// ```
            #[doc = concat!("use beraad_describe::", stringify!($type), ";")]
            ///
            #[doc = concat!("let first: ", stringify!($type), " = \"", $first, "\".parse()?;")]
            #[doc = concat!("assert_eq!(first.plus(2).unwrap().to_string(), \"", $third, "\");")]
            /// assert_eq!(first.plus(2).unwrap().plus(-2), Some(first));
            /// # Ok::<(), beraad_describe::CalendarError>(())
            /// ```
            #[must_use]
            pub fn plus(self, number: i32) -> Option<Self> {
                use $crate::calendar::Counted;
                self.position().checked_add(number).and_then(Self::at_position)
            }

            #[doc = concat!("Returns the number of ", $unit, " from `earlier` to this one, 0 if they are equal and negative if `earlier` is later.")]
            ///
            /// ```
            #[doc = concat!("use beraad_describe::", stringify!($type), ";")]
            ///
            #[doc = concat!("let (first, third): (", stringify!($type), ", ", stringify!($type), ") = (\"", $first, "\".parse()?, \"", $third, "\".parse()?);")]
            /// assert_eq!(third.since(first), 2);
            /// assert_eq!(first.since(third), -2);
            /// # Ok::<(), beraad_describe::CalendarError>(())
            /// ```
            #[must_use]
            pub fn since(self, earlier: Self) -> i32 {
                use $crate::calendar::Counted;
                self.position() - earlier.position()
            }

            #[doc = concat!("Returns the ", $unit, " from this one to `last`, both included; none if `last` is earlier.")]
            ///
            /// ```
            #[doc = concat!("use beraad_describe::", stringify!($type), ";")]
            ///
            #[doc = concat!("let (first, third): (", stringify!($type), ", ", stringify!($type), ") = (\"", $first, "\".parse()?, \"", $third, "\".parse()?);")]
            /// let texts: Vec<String> = first.through(third).map(|it| it.to_string()).collect();
            #[doc = concat!("assert_eq!(texts, [\"", $first, "\", \"", $second, "\", \"", $third, "\"]);")]
            /// assert_eq!(third.through(first).len(), 0);
            /// # Ok::<(), beraad_describe::CalendarError>(())
            /// ```
            pub fn through(self, last: Self) -> $crate::Periods<Self> {
                $crate::Periods::new(self, last)
            }

            #[doc = concat!("Returns the ", $unit, " that are completely within a period, such as a year.")]
            pub fn all_in(period: impl $crate::ObservationPeriod) -> $crate::Periods<Self> {
                let containing = |day| {
                    let containing = $crate::CalendarPeriod::containing(
                        <Self as $crate::CalendarType>::GRAIN,
                        day,
                    )?;
                    <Self as $crate::CalendarType>::from_period(containing)
                };
                let (first_day, last_day) = (period.first_day(), period.last_day());
                let ends = || {
                    let first = containing(first_day)?;
                    let last = containing(last_day)?;
                    let first = if first.first_day() < first_day { first.next()? } else { first };
                    let last = if last.last_day() > last_day { last.previous()? } else { last };
                    Some((first, last))
                };
                ends().map_or_else($crate::Periods::none, |(first, last)| first.through(last))
            }
        }
    };
}
pub(super) use steps;
