//! Periods of validity and the meanings of a code in them, checked against counting days one by one.

use beraad_describe::{CodeEntry, Date, Label, Language, Meaning, Period};
use chrono::NaiveDate;
use proptest::prelude::*;

/// The first and last of the days that are counted.
const DAYS: (i32, i32) = (0, 40);

fn day(number: i32) -> Date {
    NaiveDate::from_epoch_days(number).unwrap().into()
}

/// A period of few days, stated or not at either end; it may end before it starts.
fn period() -> impl Strategy<Value = Period> {
    let end = || proptest::option::weighted(0.8, 5..35_i32);
    (end(), end()).prop_map(|(from, to)| Period::new(from.map(day), to.map(day)))
}

fn days_of(period: Period) -> impl Iterator<Item = i32> {
    (DAYS.0..=DAYS.1).filter(move |number| period.contains(day(*number)))
}

fn code(periods: &[Period]) -> CodeEntry {
    let meanings = periods.iter().enumerate().map(|(index, period)| {
        let mut meaning = Meaning::new(Label::new([(Language::EN, index.to_string())]));
        meaning.period = *period;
        meaning
    });
    CodeEntry::new("1", meanings.collect())
}

proptest! {
    #[test]
    fn period_contains_the_days_between_its_ends(period in period(), number in DAYS.0..=DAYS.1) {
        let after = period.from.is_none_or(|from| from.to_epoch_days() <= number);
        let before = period.to.is_none_or(|to| number <= to.to_epoch_days());
        prop_assert_eq!(period.contains(day(number)), after && before);
    }

    #[test]
    fn periods_overlap_if_they_have_a_day_in_common(a in period(), b in period()) {
        // The ends lie within the days that are counted, with room before and after.
        let common = days_of(a).any(|number| b.contains(day(number)));
        prop_assert_eq!(a.overlaps(b), common, "{:?} {:?}", a, b);
        prop_assert_eq!(b.overlaps(a), common);
    }

    #[test]
    fn unlimited_period_overlaps_every_period_that_has_a_day(period in period()) {
        prop_assert_eq!(Period::ALWAYS.overlaps(period), days_of(period).next().is_some());
        prop_assert_eq!(period.is_always(), period.from.is_none() && period.to.is_none());
    }

    #[test]
    fn period_reads_back_from_its_json_equal(period in period()) {
        let json = serde_json::to_value(period).unwrap();
        prop_assert_eq!(json.get("from").is_some(), period.from.is_some());
        prop_assert_eq!(serde_json::from_value::<Period>(json).unwrap(), period);
    }

    #[test]
    fn code_has_the_meanings_of_the_last_day_or_else_of_any_day(
        meanings in proptest::collection::vec(period(), 0..5),
        asked in period(),
    ) {
        let code = code(&meanings);
        let found: Vec<usize> = code.meanings_at(asked).iter().map(|meaning| meaning.label.get(Language::EN).parse().unwrap()).collect();
        let within: Vec<usize> = (0..meanings.len())
            .filter(|&index| days_of(asked).any(|number| meanings[index].contains(day(number))))
            .collect();
        let last: Vec<usize> = within
            .iter()
            .copied()
            .filter(|&index| asked.to.is_none_or(|to| meanings[index].contains(to)))
            .collect();
        prop_assert_eq!(&found, if last.is_empty() { &within } else { &last });
        prop_assert_eq!(code.is_valid(asked), !within.is_empty());
    }
}
