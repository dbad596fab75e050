//! The rows and the values of each observation period.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use beraad_schema::describe::Grain;

use crate::column::VALUE;
use crate::part::Part;
use crate::part_periods::{IN_TABLE, PartPeriods};
use crate::plan::BlockPlan;

/// The rows of a period, and whether a column has a value in one of them.
#[derive(Clone, Debug)]
struct Counted {
    rows: u64,
    /// For each column true if a row has a value.
    has_value: Vec<bool>,
}

/// The rows and values of a block by their observation periods.
#[derive(Clone, Debug)]
pub(crate) struct Periods {
    /// By the first day, in days from 1 January 1970. The rows of years that are not plausible are not counted: they may be of any number
    /// of periods.
    counted: BTreeMap<i64, Counted>,
    /// For each column the number of rows with a value.
    values: Vec<u64>,
    is_counted: bool,
}

/// A column without a value in periods in which it should have some.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct EmptyIn {
    pub(crate) column: usize,
    /// The first day of each period with its number of rows.
    pub(crate) periods: Vec<(i64, u64)>,
}

/// The number of values that a column should have in a period, by its share in all periods, before their absence is remarkable.
const MIN_EXPECTED: u128 = 10;

impl Periods {
    pub(crate) fn new(plan: &BlockPlan<'_>) -> Self {
        let is_counted = plan.grain().is_some_and(|grain| grain != Grain::Day);
        Self {
            counted: BTreeMap::new(),
            values: vec![0; plan.columns.len()],
            is_counted,
        }
    }

    /// Counts the rows of a part.
    pub(crate) fn add(&mut self, part: &Part, periods: &PartPeriods) {
        if !self.is_counted || periods.days.is_empty() {
            return;
        }
        let mut rows = vec![0_u64; periods.days.len()];
        for period in &periods.of_rows {
            if let Some(rows) = rows.get_mut(as_usize(*period)) {
                *rows += 1;
            }
        }
        let counted = periods.days.iter().zip(&rows);
        for (day, rows) in counted.filter(|(day, _)| IN_TABLE.contains(day)) {
            let counted = self.counted.entry(*day).or_insert_with(|| Counted {
                rows: 0,
                has_value: vec![false; part.columns.len()],
            });
            counted.rows += rows;
        }
        for (index, column) in part.columns.iter().enumerate() {
            let states = column.states_by_items();
            let values = states.iter().filter(|state| **state == VALUE);
            self.values[index] += values.count() as u64;
            // After some thousand rows, a column that always has values has one in each period.
            let lacks_value = |day| {
                let counted = self.counted.get(day);
                counted.is_some_and(|counted| !counted.has_value[index])
            };
            if !periods.days.iter().any(lacks_value) {
                continue;
            }
            let mut has_value = vec![false; periods.days.len()];
            for (period, state) in periods.of_rows.iter().zip(&*states) {
                if let Some(has_value) = has_value.get_mut(as_usize(*period)) {
                    *has_value |= *state == VALUE;
                }
            }
            for (day, has_value) in periods.days.iter().zip(has_value) {
                if let Some(counted) = self.counted.get_mut(day) {
                    counted.has_value[index] |= has_value;
                }
            }
        }
    }

    /// Adds the rows that another thread counted.
    pub(crate) fn merge(&mut self, other: Self) {
        for (values, of_other) in self.values.iter_mut().zip(other.values) {
            *values += of_other;
        }
        for (day, of_other) in other.counted {
            match self.counted.entry(day) {
                Entry::Vacant(entry) => {
                    entry.insert(of_other);
                }
                Entry::Occupied(mut entry) => {
                    let counted = entry.get_mut();
                    counted.rows += of_other.rows;
                    for (has, of_other) in counted.has_value.iter_mut().zip(of_other.has_value) {
                        *has |= of_other;
                    }
                }
            }
        }
    }

    /// Returns the columns that have no value in a period in which their share of values in all periods lets at least ten be expected.
    pub(crate) fn empty_columns(&self) -> Vec<EmptyIn> {
        let rows: u64 = self.counted.values().map(|it| it.rows).sum();
        let columns = self.values.iter().enumerate().map(|(column, values)| {
            let periods = self.counted.iter().filter(|(_, it)| {
                let expected = u128::from(it.rows) * u128::from(*values);
                !it.has_value[column] && expected >= MIN_EXPECTED * u128::from(rows.max(1))
            });
            EmptyIn {
                column,
                periods: periods.map(|(day, it)| (*day, it.rows)).collect(),
            }
        });
        columns.filter(|it| !it.periods.is_empty()).collect()
    }

    /// Returns the first days of the first and the last period with rows, and of the others with rows between them; `None` if there are
    /// fewer than three.
    pub(crate) fn with_rows(&self) -> Option<Vec<i64>> {
        let days: Vec<_> = self.counted.keys().copied().collect();
        (days.len() >= 3).then_some(days)
    }
}

fn as_usize(period: u32) -> usize {
    usize::try_from(period).unwrap_or(usize::MAX)
}
