//! Finds meanings of one code that contradict each other.

use beraad_describe::Period;

/// The first day of a period as a number to sort by.
pub(crate) fn start(period: Period) -> i64 {
    period
        .from
        .map_or(i64::MIN, |day| day.to_epoch_days().into())
}

/// The last day of a period as a number to sort by.
pub(crate) fn end(period: Period) -> i64 {
    period.to.map_or(i64::MAX, |day| day.to_epoch_days().into())
}

/// Calls `report` with each meaning that differs from another one in an overlapping period, and one such other meaning.
///
/// `meanings` are those of one code by one source. `content` returns what a meaning says; two meanings differ if it is not equal.
///
/// The meanings are sorted by their first day, and visited once. An earlier meaning of the sorted list then overlaps the
/// current one exactly if its last day is not before the current one's first day. So of all earlier meanings that differ from
/// the current one, it is enough to know the one that lasts longest. Two variables hold it for any current meaning:
///
/// - `longest` lasts longest of all meanings so far;
/// - `runner_up` lasts longest of those that differ from `longest`.
///
/// If the current meaning differs from `longest`, no other one that differs from it lasts longer. If it equals
/// `longest`, those that differ from it are those that differ from `longest`, of which `runner_up` lasts longest.
///
/// After the sort, the time is proportional to the number of meanings. A comparison of all pairs would be five billion comparisons
/// for a supplied file that contains one code 100,000 times.
pub(crate) fn report_contradictions<'a, M, C: PartialEq>(
    mut meanings: Vec<&'a M>,
    period: impl Fn(&M) -> Period,
    content: impl Fn(&'a M) -> C,
    mut report: impl FnMut(&'a M, &'a M),
) {
    meanings.sort_by_key(|meaning| start(period(meaning)));
    let last_day = |meaning: &M| end(period(meaning));
    let (mut longest, mut runner_up): (Option<&M>, Option<&M>) = (None, None);
    for current in meanings {
        let differs = |other: &&'a M| content(other) != content(current);
        let longest_differs = longest.is_some_and(|other| differs(&other));
        let rival = if longest_differs { longest } else { runner_up };
        if let Some(rival) = rival.filter(|rival| last_day(rival) >= start(period(current))) {
            report(current, rival);
        }
        let lasts_longer_than =
            |other: Option<&M>| other.is_none_or(|other| last_day(current) > last_day(other));
        if lasts_longer_than(longest) {
            // The former `longest` lasts longest of all that differ from the new one, if it differs itself.
            if longest_differs {
                runner_up = longest;
            }
            longest = Some(current);
        } else if longest_differs && lasts_longer_than(runner_up) {
            runner_up = Some(current);
        }
    }
}

#[cfg(test)]
mod tests {
    use beraad_describe::Date;
    use proptest::prelude::*;

    use super::*;

    /// A meaning, and the first and last day of its period; `None` if no source states it.
    type Meaning = (u8, Option<i32>, Option<i32>);

    fn period(meaning: &Meaning) -> Period {
        let day = |day: Option<i32>| day.map(Date::from_epoch_days);
        Period::new(day(meaning.1), day(meaning.2))
    }

    fn meaning() -> impl Strategy<Value = Meaning> {
        let days = (prop::option::of(0..10), prop::option::of(0..6));
        (0..3_u8, days).prop_map(|(content, (from, length))| {
            let to = length.map(|length| from.unwrap_or(4) + length);
            (content, from, to)
        })
    }

    proptest! {
        #[test]
        fn a_contradiction_is_found_exactly_if_a_comparison_of_all_pairs_finds_one(
            meanings in prop::collection::vec(meaning(), 0..8),
        ) {
            let contradict = |one: &Meaning, other: &Meaning| {
                one.0 != other.0 && period(one).overlaps(period(other))
            };
            let mut found = 0;
            let sorted = meanings.iter().collect();
            report_contradictions(sorted, period, |meaning| meaning.0, |current, rival| {
                assert!(contradict(current, rival), "{current:?} {rival:?}");
                found += 1;
            });
            let pairs = || meanings.iter().enumerate().flat_map(|(index, one)| {
                meanings[..index].iter().map(move |other| (one, other))
            });
            let exists = pairs().any(|(one, other)| contradict(one, other));
            prop_assert_eq!(found > 0, exists, "{:?}", meanings);
        }
    }
}
