//! The contents of a delivery that are counted as its rows are read: periods, missing values, codes and serial numbers.

use hashbrown::HashMap;
use memchr::memchr_iter;

use super::code_counts::CodeCounts;
use super::number_set::NumberSet;
use crate::column::{Column, INVALID, NULL, VALUE, Values};
use crate::part::Part;
use crate::plan::BlockPlan;

/// The contents of the files of a block, or of the part that one thread read.
pub(super) struct Contents<'p> {
    plan: &'p BlockPlan<'p>,
    pub(super) rows: u64,
    /// The number of rows of each observation period.
    pub(super) periods: HashMap<i64, u64>,
    pub(super) columns: Vec<ColumnContents>,
}

/// The contents of a column.
#[derive(Default)]
pub(super) struct ColumnContents {
    /// The number of rows without a value.
    pub(super) nulls: u64,
    /// The number of rows with a text that is not a value.
    pub(super) invalid: u64,
    /// The number of rows with each code, or with each flag.
    pub(super) codes: Option<CodeCounts>,
    /// The serial numbers.
    pub(super) numbers: Option<NumberSet>,
}

impl<'p> Contents<'p> {
    pub(super) fn new(plan: &'p BlockPlan<'p>, show_values: bool) -> Self {
        let foreign_keys: Vec<_> = plan.block.foreign_keys().collect();
        let columns = plan.columns.iter().map(|column| ColumnContents {
            codes: CodeCounts::of_column(column.value_type, show_values),
            numbers: foreign_keys
                .iter()
                .any(|key| key.column.name == column.name)
                .then(NumberSet::default),
            ..ColumnContents::default()
        });
        Self {
            plan,
            rows: 0,
            periods: HashMap::new(),
            columns: columns.collect(),
        }
    }

    /// Adds the rows of a part.
    pub(super) fn add(&mut self, part: &Part) {
        self.rows += part.rows() as u64;
        self.add_periods(part);
        for ((contents, column), plan) in self
            .columns
            .iter_mut()
            .zip(&part.columns)
            .zip(&self.plan.columns)
        {
            contents.nulls += rows_in_state(column, NULL);
            contents.invalid += rows_in_state(column, INVALID);
            if let Some(codes) = &mut contents.codes {
                codes.add(column, plan.codes.as_ref());
            }
            if let Some(numbers) = &mut contents.numbers {
                add_numbers(numbers, column);
            }
        }
    }

    fn add_periods(&mut self, part: &Part) {
        let Some(column) = self.plan.observed.map(|place| &part.columns[place]) else {
            return;
        };
        let Some(days) = column.numbers() else { return };
        // Rows of one period are often together.
        let mut last: Option<(i64, u64)> = None;
        for (day, _) in with_value(days, column) {
            match &mut last {
                Some((period, count)) if period == day => *count += 1,
                _ => {
                    if let Some((period, count)) = last.replace((*day, 1)) {
                        *self.periods.entry(period).or_default() += count;
                    }
                }
            }
        }
        if let Some((period, count)) = last {
            *self.periods.entry(period).or_default() += count;
        }
    }

    /// Adds the contents that another thread read.
    pub(super) fn merge(&mut self, other: Self) {
        self.rows += other.rows;
        for (period, count) in other.periods {
            *self.periods.entry(period).or_default() += count;
        }
        for (column, other) in self.columns.iter_mut().zip(other.columns) {
            column.nulls += other.nulls;
            column.invalid += other.invalid;
            if let (Some(codes), Some(other)) = (&mut column.codes, other.codes) {
                codes.merge(other);
            }
            if let (Some(numbers), Some(other)) = (&mut column.numbers, &other.numbers) {
                numbers.merge(other);
            }
        }
    }
}

fn rows_in_state(column: &Column, state: u8) -> u64 {
    memchr_iter(state, &column.states).count() as u64
}

/// The values of the rows that have one.
fn with_value<'v, V>(values: &'v [V], column: &'v Column) -> impl Iterator<Item = (&'v V, &'v u8)> {
    let values = values.iter().zip(&column.states);
    values.filter(|(_, state)| **state == VALUE)
}

fn add_numbers(numbers: &mut NumberSet, column: &Column) {
    match &column.values {
        Values::Numbers(values) => {
            for (number, _) in with_value(values, column) {
                numbers.add(*number);
            }
        }
        Values::Lists { items, .. } => {
            if let Values::Numbers(values) = &**items {
                for number in values {
                    numbers.add(*number);
                }
            }
        }
        Values::Codes { .. } => {}
    }
}
