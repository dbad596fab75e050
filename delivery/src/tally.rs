//! Findings, counted.
//!
//! A delivery may have a finding in each of millions of rows. What is kept of a finding is its number, the first lines, its periods, and
//! some details, so that neither the memory nor the report grows.

use std::collections::BTreeMap;

use crate::check::Check;
use crate::severity::Severity;

/// The number of lines that a finding names.
pub(crate) const MAX_LINES: usize = 5;

/// The number of different details that are counted. Of more, the first ones in the order of their texts are kept, so that their numbers do
/// not depend on the order in which rows are read.
const MAX_COUNTED: usize = 1_000;

/// The number of different details that are shown: the most frequent ones.
const MAX_DETAILS: usize = 20;

/// The findings of a block.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// In the order in which they were found: there are few, and each is looked up for each of its findings.
    groups: Vec<Group>,
    /// The position of the group that was used last.
    last: usize,
    /// The errors since the last call of [`take_recorded`](Self::take_recorded), if a caller asks for them.
    recorded: Option<Vec<Found>>,
}

/// An error in a row.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) check: &'static Check,
    /// The position of the column in its block.
    pub(crate) column: Option<usize>,
    pub(crate) line: u64,
}

/// The findings of one check in one column.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) check: &'static Check,
    /// The position of the column in its block.
    pub(crate) column: Option<usize>,
    pub(crate) count: u64,
    /// The first lines or rows, from 1.
    pub(crate) lines: Vec<u64>,
    /// The number of findings in each observation period, as the days from 1 January 1970 to its first day.
    pub(crate) periods: BTreeMap<i64, u64>,
    /// The number of findings with each detail.
    pub(crate) details: BTreeMap<String, u64>,
    /// The number of findings without a detail, if others have one. It is known at the end.
    pub(crate) without_detail: u64,
    /// The period of the last finding, whose number is not in `periods` yet. Rows of one period are often together.
    last_period: Option<(i64, u64)>,
}

/// One finding.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    /// The line or row, from 1.
    pub(crate) line: u64,
    /// The observation period, if the row has one.
    pub(crate) period: Option<i64>,
}

impl Tally {
    /// Records each error from now on.
    pub(crate) fn record(&mut self) {
        self.recorded = Some(Vec::new());
    }

    /// Returns the errors that were recorded since the last call.
    pub(crate) fn take_recorded(&mut self) -> Vec<Found> {
        self.recorded
            .as_mut()
            .map(std::mem::take)
            .unwrap_or_default()
    }

    /// Returns true if an error was found.
    pub(crate) fn has_errors(&self) -> bool {
        let mut groups = self.groups.iter();
        groups.any(|group| group.check.severity == Severity::Error && group.count > 0)
    }

    /// Adds a finding of which the detail is one of few names, which are all counted.
    pub(crate) fn add_named(
        &mut self,
        check: &'static Check,
        column: Option<usize>,
        place: Place,
        name: &str,
    ) {
        self.count(check, column, place).add_detail(name, 1);
    }

    /// Adds a finding. Its detail is counted by [`add_details`](Self::add_details).
    pub(crate) fn add(&mut self, check: &'static Check, column: Option<usize>, place: Place) {
        self.count(check, column, place);
    }

    /// Adds a detail to so many findings that were added before.
    pub(crate) fn add_details(
        &mut self,
        check: &'static Check,
        column: Option<usize>,
        detail: &str,
        count: u64,
    ) {
        if count > 0 && !detail.is_empty() {
            self.group(check, column).add_detail(detail, count);
        }
    }

    /// Counts a finding at its line and period, and returns its group.
    fn count(&mut self, check: &'static Check, column: Option<usize>, place: Place) -> &mut Group {
        if let Some(recorded) = &mut self.recorded
            && check.severity == Severity::Error
        {
            recorded.push(Found {
                check,
                column,
                line: place.line,
            });
        }
        let group = self.group(check, column);
        group.count += 1;
        group.add_line(place.line);
        if let Some(period) = place.period {
            match &mut group.last_period {
                Some((last, count)) if *last == period => *count += 1,
                _ => {
                    group.flush_period();
                    group.last_period = Some((period, 1));
                }
            }
        }
        group
    }

    /// Adds a finding about a period as a whole, which has this number of rows.
    pub(crate) fn add_period(
        &mut self,
        check: &'static Check,
        column: usize,
        period: i64,
        rows: u64,
    ) {
        let group = self.group(check, Some(column));
        group.count += 1;
        *group.periods.entry(period).or_default() += rows;
    }

    /// Adds a finding about a file as a whole. It is not recorded as an error in a row, which could be repaired.
    pub(crate) fn add_file(&mut self, check: &'static Check, line: u64, detail: String) {
        let group = self.group(check, None);
        group.count += 1;
        group.add_line(line);
        *group.details.entry(detail).or_default() += 1;
    }

    /// Adds findings that were counted elsewhere, and have one detail.
    pub(crate) fn add_counted(
        &mut self,
        check: &'static Check,
        column: Option<usize>,
        count: u64,
        lines: Vec<u64>,
        detail: Option<String>,
    ) {
        if count > 0 {
            let group = self.group(check, column);
            group.count += count;
            group.lines.extend(lines);
            if let Some(detail) = detail {
                *group.details.entry(detail).or_default() += count;
            }
        }
    }

    fn group(&mut self, check: &'static Check, column: Option<usize>) -> &mut Group {
        let is_group = |group: &Group| group.column == column && std::ptr::eq(group.check, check);
        if !self.groups.get(self.last).is_some_and(is_group) {
            let known = self.groups.iter().position(is_group);
            self.last = known.unwrap_or_else(|| {
                self.groups.push(Group::new(check, column));
                self.groups.len() - 1
            });
        }
        &mut self.groups[self.last]
    }

    /// Adds the findings of another part of the same block.
    pub(crate) fn merge(&mut self, other: Self) {
        for mut of_other in other.groups {
            of_other.flush_period();
            let group = self.group(of_other.check, of_other.column);
            group.count += of_other.count;
            group.lines.extend(of_other.lines);
            group.lines.sort_unstable();
            group.lines.dedup();
            group.lines.truncate(MAX_LINES);
            for (period, count) in of_other.periods {
                *group.periods.entry(period).or_default() += count;
            }
            for (detail, count) in of_other.details {
                group.add_detail(&detail, count);
            }
        }
    }

    /// Returns the groups by check and column.
    pub(crate) fn into_groups(mut self) -> Vec<Group> {
        self.groups
            .sort_by_key(|group| (group.check.id, group.column));
        for group in &mut self.groups {
            group.flush_period();
            group.keep_details();
        }
        self.groups
    }
}

impl Group {
    fn new(check: &'static Check, column: Option<usize>) -> Self {
        Self {
            check,
            column,
            count: 0,
            lines: Vec::new(),
            periods: BTreeMap::new(),
            details: BTreeMap::new(),
            without_detail: 0,
            last_period: None,
        }
    }

    /// Keeps a line if it is among the first ones. Two rules or constraints find their rows one after the other, so that lines are not
    /// always in order. A finding about a whole column has no line.
    fn add_line(&mut self, line: u64) {
        let is_full = self.lines.len() == MAX_LINES;
        if line == 0 || (is_full && self.lines.last().is_some_and(|last| *last <= line)) {
            return;
        }
        if let Err(place) = self.lines.binary_search(&line) {
            self.lines.insert(place, line);
            self.lines.truncate(MAX_LINES);
        }
    }

    fn flush_period(&mut self) {
        if let Some((period, count)) = self.last_period.take() {
            *self.periods.entry(period).or_default() += count;
        }
    }

    fn add_detail(&mut self, detail: &str, count: u64) {
        if let Some(known) = self.details.get_mut(detail) {
            *known += count;
            return;
        }
        // A detail that is among the first ones of all was so from its first finding on.
        self.details.insert(detail.to_owned(), count);
        if self.details.len() > MAX_COUNTED {
            self.details.pop_last();
        }
    }

    /// Keeps the most frequent details.
    fn keep_details(&mut self) {
        if self.details.len() > MAX_DETAILS {
            let mut counts: Vec<(u64, String)> = std::mem::take(&mut self.details)
                .into_iter()
                .map(|(detail, count)| (count, detail))
                .collect();
            counts.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
            counts.truncate(MAX_DETAILS);
            self.details = counts
                .into_iter()
                .map(|(count, detail)| (detail, count))
                .collect();
        }
        // Nothing is missing where no finding has a detail.
        if !self.details.is_empty() {
            let with_detail = self.details.values().sum();
            self.without_detail = self.count.saturating_sub(with_detail);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::RULE_VIOLATED;

    #[test]
    fn lines_are_the_first_ones_of_two_rules() {
        let mut tally = Tally::default();
        for line in (10..20).chain([3, 12, 1, 3, 40, 11]) {
            let place = Place { line, period: None };
            tally.add(&RULE_VIOLATED, None, place);
        }
        let [group] = &*tally.into_groups() else {
            panic!("one group");
        };
        assert_eq!((group.count, &*group.lines), (16, &[1, 3, 10, 11, 12][..]));
    }
}
