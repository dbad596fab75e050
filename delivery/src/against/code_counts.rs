//! The number of rows with each code of a column.

use std::collections::BTreeMap;

use beraad_schema::describe::{CodeIndex, Representation, ValueType};

use crate::column::{Column, VALUE, Values};
use crate::comparison::{CodeChange, CodeComparison, CodeDifference, ShownAs, Sides};
use crate::shape::shape;

/// The number of codes without an entry in the list, or of their forms, that are counted one by one: the first ones in their order. A
/// column of an open list may have a different text in each row.
const MAX_COUNTED: usize = 1_000;

/// The number of differences of a column that are named: the largest ones.
const MAX_NAMED: usize = 100;

/// The change of the share of a code that counts as a shift, in hundredths of a per cent: 5 percentage points.
const SHIFT: u128 = 500;

/// All rows, in hundredths of a per cent.
const ALL: u128 = 10_000;

/// The number of values of a column by their code. Of a list of several values in a row, each value counts.
#[derive(Clone, Debug, Default)]
pub(super) struct CodeCounts {
    show_values: bool,
    /// The codes that the list has.
    listed: BTreeMap<String, u64>,
    /// The other codes, or their forms.
    unlisted: BTreeMap<String, u64>,
    /// The number of values with a code or form after the last one of `unlisted`.
    others: u64,
}

impl CodeCounts {
    /// Returns an empty count for a column of codes or flags; `None` for another column.
    pub(super) fn of_column(value_type: &ValueType, show_values: bool) -> Option<Self> {
        let is_counted = matches!(
            value_type.item().representation(),
            Representation::Code { .. } | Representation::Flag
        );
        is_counted.then(|| Self {
            show_values,
            ..Self::default()
        })
    }

    /// Adds the values of a column of a part.
    pub(super) fn add(&mut self, column: &Column, list: Option<&CodeIndex<'_>>) {
        match &column.values {
            Values::Lists { rows, items } => {
                let with_value = |item: usize| column.states[rows[item]] == VALUE;
                self.add_values(items, with_value, list);
            }
            values => self.add_values(values, |row| column.states[row] == VALUE, list),
        }
    }

    fn add_values(
        &mut self,
        values: &Values,
        has_value: impl Fn(usize) -> bool,
        list: Option<&CodeIndex<'_>>,
    ) {
        match values {
            Values::Codes { keys, texts } => {
                let mut counts = vec![0; texts.len()];
                for (place, key) in keys.iter().enumerate() {
                    let key = usize::try_from(*key).unwrap_or(usize::MAX);
                    if let Some(count) = counts.get_mut(key).filter(|_| has_value(place)) {
                        *count += 1;
                    }
                }
                for (text, count) in texts.iter().zip(counts) {
                    let is_listed = list.is_some_and(|list| list.find(text).is_some());
                    self.add_counted(text, is_listed, count);
                }
            }
            Values::Numbers(numbers) => {
                let mut counts = [0; 2];
                for (place, number) in numbers.iter().enumerate() {
                    if has_value(place) {
                        counts[usize::from(*number != 0)] += 1;
                    }
                }
                for (text, count) in ["false", "true"].into_iter().zip(counts) {
                    self.add_counted(text, true, count);
                }
            }
            Values::Lists { .. } => {}
        }
    }

    fn add_counted(&mut self, text: &str, is_listed: bool, count: u64) {
        if count == 0 {
            return;
        }
        let (counts, text) = match (is_listed, self.show_values) {
            (true, _) => (&mut self.listed, text.to_owned()),
            (false, true) => (&mut self.unlisted, text.to_owned()),
            (false, false) => (&mut self.unlisted, shape(text)),
        };
        *counts.entry(text).or_default() += count;
        self.limit();
    }

    /// Keeps the first texts. A text that leaves never comes back, since the last text that stays only moves forward in the order: the
    /// result is the same in whatever order the rows are read.
    fn limit(&mut self) {
        while self.unlisted.len() > MAX_COUNTED
            && let Some((_, count)) = self.unlisted.pop_last()
        {
            self.others += count;
        }
    }

    /// Adds the counts of another thread.
    pub(super) fn merge(&mut self, other: Self) {
        for (code, count) in other.listed {
            *self.listed.entry(code).or_default() += count;
        }
        for (text, count) in other.unlisted {
            *self.unlisted.entry(text).or_default() += count;
        }
        self.others += other.others;
        self.limit();
    }

    fn total(&self) -> u64 {
        let counted = self.listed.values().chain(self.unlisted.values());
        counted.sum::<u64>() + self.others
    }

    /// Leaves the texts that come after this one to the others.
    fn limit_to(&mut self, last: &str) {
        while let Some(entry) = self.unlisted.last_entry()
            && entry.key().as_str() > last
        {
            self.others += entry.remove();
        }
    }

    /// Returns the last text that is counted on its own, if there are others.
    fn last_counted(&self) -> Option<String> {
        let last = self.unlisted.last_key_value().filter(|_| self.others > 0);
        last.map(|(text, _)| text.clone())
    }
}

/// Compares the codes of a column.
pub(super) fn compare(
    list: Option<String>,
    mut old: CodeCounts,
    mut new: CodeCounts,
) -> CodeComparison {
    // Only texts that both would count on their own are compared.
    let limits = [old.last_counted(), new.last_counted()];
    for limit in limits.iter().flatten() {
        old.limit_to(limit);
        new.limit_to(limit);
    }
    let totals = Sides {
        old: old.total(),
        new: new.total(),
    };
    let others = Sides {
        old: old.others,
        new: new.others,
    };
    let shown_as = if old.show_values {
        ShownAs::Code
    } else {
        ShownAs::Form
    };
    let mut counts = joined(old.listed, new.listed, ShownAs::Code, true);
    counts.extend(joined(old.unlisted, new.unlisted, shown_as, false));
    let shares: Vec<_> = counts.iter().map(|it| it.values).chain([others]).collect();
    let dissimilarity = dissimilarity(&shares, totals);
    // In a column that one of the deliveries leaves empty, every code would be a difference.
    let has_both = totals.old > 0 && totals.new > 0;
    let mut differences: Vec<_> = counts
        .into_iter()
        .filter(|_| has_both)
        .filter_map(|mut code| {
            code.change = change(code.values, totals)?;
            Some(code)
        })
        .collect();
    differences.sort_by(|one, other| {
        let by_distance = distance(other.values, totals).cmp(&distance(one.values, totals));
        by_distance.then_with(|| one.code.cmp(&other.code))
    });
    let unnamed = differences.len().saturating_sub(MAX_NAMED) as u64;
    differences.truncate(MAX_NAMED);
    CodeComparison {
        list,
        values: totals,
        dissimilarity,
        differences,
        unnamed,
        others,
    }
}

fn joined(
    old: BTreeMap<String, u64>,
    new: BTreeMap<String, u64>,
    shown_as: ShownAs,
    is_listed: bool,
) -> Vec<CodeDifference> {
    let mut counts: BTreeMap<String, Sides<u64>> = BTreeMap::new();
    for (code, count) in old {
        counts.entry(code).or_default().old = count;
    }
    for (code, count) in new {
        counts.entry(code).or_default().new = count;
    }
    let counts = counts.into_iter();
    counts
        .map(|(code, values)| CodeDifference {
            code,
            shown_as,
            is_listed,
            change: CodeChange::Shifted,
            values,
        })
        .collect()
}

/// Returns the kind of a difference; `None` if the code has about the same share.
fn change(values: Sides<u64>, totals: Sides<u64>) -> Option<CodeChange> {
    match values {
        Sides { old: 0, .. } => Some(CodeChange::Appeared),
        Sides { new: 0, .. } => Some(CodeChange::Vanished),
        _ => {
            let all = u128::from(totals.old) * u128::from(totals.new);
            (distance(values, totals) * ALL >= SHIFT * all).then_some(CodeChange::Shifted)
        }
    }
}

/// Returns the difference of two shares, multiplied by both totals, so that it is a whole number.
fn distance(values: Sides<u64>, totals: Sides<u64>) -> u128 {
    let old = u128::from(values.old) * u128::from(totals.new);
    let new = u128::from(values.new) * u128::from(totals.old);
    old.abs_diff(new)
}

/// Returns the index of dissimilarity, in hundredths of a per cent: half of the sum of the differences of the shares.
fn dissimilarity(counts: &[Sides<u64>], totals: Sides<u64>) -> Option<u32> {
    let all = u128::from(totals.old) * u128::from(totals.new);
    if all == 0 {
        return None;
    }
    let sum: u128 = counts.iter().map(|it| distance(*it, totals)).sum();
    // Rounded up: only equal shares are 0.
    u32::try_from((sum / 2 * ALL).div_ceil(all)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(listed: &[(&str, u64)], unlisted: &[(&str, u64)]) -> CodeCounts {
        let mut counts = CodeCounts {
            show_values: true,
            ..CodeCounts::default()
        };
        for (is_listed, codes) in [(true, listed), (false, unlisted)] {
            for (code, count) in codes {
                counts.add_counted(code, is_listed, *count);
            }
        }
        counts
    }

    fn differences(old: &CodeCounts, new: &CodeCounts) -> Vec<(String, CodeChange)> {
        let compared = compare(None, old.clone(), new.clone());
        let codes = compared.differences.into_iter();
        codes.map(|it| (it.code, it.change)).collect()
    }

    #[test]
    fn shift_is_five_percentage_points() {
        let old = counts(&[("A", 500), ("B", 500)], &[]);
        assert_eq!(differences(&old, &old), []);
        assert_eq!(
            differences(&old, &counts(&[("A", 549), ("B", 451)], &[])),
            []
        );
        let new = counts(&[("A", 55), ("B", 45)], &[]);
        let both = ["A", "B"].map(|code| (code.to_owned(), CodeChange::Shifted));
        assert_eq!(differences(&old, &new), both);
        assert_eq!(compare(None, old, new).dissimilarity, Some(500));
    }

    #[test]
    fn code_of_one_row_appears_and_vanishes() {
        let old = counts(&[("A", 1_000_000)], &[("X", 1)]);
        let new = counts(&[("A", 1_000_000), ("B", 1)], &[]);
        let expected = [("B", CodeChange::Appeared), ("X", CodeChange::Vanished)];
        let expected = expected.map(|(code, change)| (code.to_owned(), change));
        assert_eq!(differences(&old, &new), expected);
    }

    #[test]
    fn texts_beyond_the_limit_are_the_same_in_any_order() {
        let codes: Vec<_> = (0..MAX_COUNTED + 500)
            .map(|it| format!("{it:05}"))
            .collect();
        let forward: Vec<_> = codes.iter().map(|code| (code.as_str(), 1)).collect();
        let backward: Vec<_> = forward.iter().copied().rev().collect();
        let (one, mut other) = (counts(&[], &forward), counts(&[], &backward));
        assert_eq!((one.total(), one.others), (1_500, 500));
        assert_eq!(one.unlisted, other.unlisted);
        let fewer = counts(&[], &forward[..1_200]);
        assert_eq!(differences(&one, &fewer), []);
        // Texts before the others push the last ones out.
        other.merge(counts(&[], &[("0", 7)]));
        assert_eq!((other.unlisted.len(), other.others), (MAX_COUNTED, 501));
    }

    #[test]
    fn empty_column_has_no_differences_of_codes() {
        let compared = compare(None, counts(&[("A", 5)], &[]), counts(&[], &[]));
        assert_eq!(
            (compared.dissimilarity, compared.differences.len()),
            (None, 0)
        );
    }
}
