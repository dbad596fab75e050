//! The days on which months and quarters start, for readers that ask about many days.
//!
//! To find out whether a day is the first of a month takes divisions by the lengths of eras, years and months: for a column
//! of millions of days this was most of the time of reading it. Two tables of one bit for each day of the years 1000 to
//! 9999 (3,287,182 bits, 0.4 MB each) answer with one load and one shift. Each is filled at its first use.

use std::ops::RangeInclusive;

use crate::period::Date;

/// The days of the years of four digits, counted from 1 January 1970.
const DAYS: RangeInclusive<i32> =
    Date::ymd(1000, 1, 1).to_epoch_days()..=Date::ymd(9999, 12, 31).to_epoch_days();

/// One bit for each day of [`DAYS`]: 1 if a period starts on it.
pub(super) struct FirstDays(Box<[u64]>);

impl FirstDays {
    /// The table of periods whose first days `of_year` lists for each year.
    pub(super) fn new<I: Iterator<Item = i32>>(of_year: impl Fn(i32) -> I) -> Self {
        // The last word has bits for days after the year 9999 as well, which stay 0.
        let mut words = vec![0; word_and_bit(*DAYS.end()).0 + 1].into_boxed_slice();
        for day in (1000..=9999).flat_map(of_year) {
            let (word, bit) = word_and_bit(day);
            words[word] |= 1 << bit;
        }
        Self(words)
    }

    /// Returns whether a period starts on this day.
    #[inline]
    pub(super) fn contains(&self, day: i32) -> bool {
        let (word, bit) = word_and_bit(day);
        self.0.get(word).is_some_and(|word| word >> bit & 1 == 1)
    }
}

/// The index of the word and of the bit of a day.
///
/// A day before the year 1000 wraps round to a word far beyond the end of the table.
#[inline]
fn word_and_bit(day: i32) -> (usize, u32) {
    let since_start = day.wrapping_sub(*DAYS.start()).cast_unsigned();
    ((since_start / u64::BITS) as usize, since_start % u64::BITS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{YearMonth, YearQuarter};

    #[test]
    fn tables_agree_with_the_calendar() {
        let around_the_table = DAYS.start() - 40_000..DAYS.end() + 40_000;
        for day in around_the_table.chain([i32::MIN, i32::MAX, i32::MIN + 1, i32::MAX - 1]) {
            let starts_month = YearMonth::try_from_epoch_days(day).is_ok();
            assert_eq!(YearMonth::__is_first_day(day), starts_month, "{day}");
            let starts_quarter = YearQuarter::try_from_epoch_days(day).is_ok();
            assert_eq!(YearQuarter::__is_first_day(day), starts_quarter, "{day}");
        }
    }
}
