//! The days that months and quarters start on, for whoever asks about many.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use super::{YearMonth, YearQuarter};

/// The days of the years of four digits, counted from 1 January 1970.
const DAYS: RangeInclusive<i32> =
    YearMonth::new(1000, 1).to_epoch_days()..=YearMonth::new(9999, 12).to_epoch_days();

/// A bit for each day: a division by the length of years and months takes longer than to look it up.
pub(super) struct FirstDays(Box<[u64]>);

pub(super) static OF_MONTHS: LazyLock<FirstDays> = LazyLock::new(|| {
    FirstDays::of(|year| (1..=12).map(move |month| YearMonth::new(year, month).to_epoch_days()))
});

pub(super) static OF_QUARTERS: LazyLock<FirstDays> = LazyLock::new(|| {
    FirstDays::of(|year| (1..=4).map(move |part| YearQuarter::new(year, part).to_epoch_days()))
});

impl FirstDays {
    fn of<I: Iterator<Item = i32>>(year: impl Fn(i32) -> I) -> Self {
        let mut words = vec![0; place(*DAYS.end()).0 + 1].into_boxed_slice();
        for day in (1000..=9999).flat_map(year) {
            let (word, bit) = place(day);
            words[word] |= 1 << bit;
        }
        Self(words)
    }

    /// Whether it is one of them.
    #[inline]
    pub(super) fn contain(&self, day: i32) -> bool {
        let (word, bit) = place(day);
        self.0.get(word).is_some_and(|word| word >> bit & 1 == 1)
    }
}

/// The word and the bit of a day; of a day before them all, a word that there is not.
#[inline]
fn place(day: i32) -> (usize, u32) {
    let since = day.wrapping_sub(*DAYS.start()).cast_unsigned();
    ((since / u64::BITS) as usize, since % u64::BITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_up_is_what_the_calendar_says() {
        let all = DAYS.start() - 40_000..DAYS.end() + 40_000;
        for day in all.chain([i32::MIN, i32::MAX, i32::MIN + 1, i32::MAX - 1]) {
            let month = YearMonth::try_from_epoch_days(day).is_ok();
            assert_eq!(OF_MONTHS.contain(day), month, "{day}");
            let quarter = YearQuarter::try_from_epoch_days(day).is_ok();
            assert_eq!(OF_QUARTERS.contain(day), quarter, "{day}");
        }
    }
}
