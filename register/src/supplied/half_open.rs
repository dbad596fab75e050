//! Half-open periods, whose last day is the first day on which a code no longer has its meaning.

use beraad_describe::{Date, Period};

/// The last day of a period that ends on the first day of another one, if periods exclude their ends: the day before.
pub(super) fn day_before_if_half_open(earlier: Period, later: Period) -> Option<Date> {
    let end = earlier.to.filter(|end| later.from == Some(*end))?;
    let is_longer = earlier.from.is_none_or(|from| from < end);
    is_longer.then(|| Date::from_epoch_days(end.to_epoch_days() - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn period_that_ends_where_another_begins_ended_the_day_before() {
        let day = |day| Some(Date::ymd(2010, 1, day));
        let earlier = Period::new(None, day(5));
        let found = |earlier, from| day_before_if_half_open(earlier, Period::new(from, None));
        assert_eq!(found(earlier, day(5)), day(4));
        assert_eq!(found(earlier, day(6)), None);
        assert_eq!(found(earlier, None), None);
        assert_eq!(
            found(Period::new(day(5), day(5)), day(5)),
            None,
            "a period of one day"
        );
    }
}
