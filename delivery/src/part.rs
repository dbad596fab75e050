//! A part of a file: some thousand rows, column by column.

use crate::column::{Column, VALUE};
use crate::plan::BlockPlan;
use crate::tally::Place;

/// Rows of a file, column by column in the order of the block.
pub(crate) struct Part {
    pub(crate) columns: Vec<Column>,
    /// The line of each row in the file, from 1.
    pub(crate) lines: Lines,
}

/// The lines of rows.
pub(crate) struct Lines {
    /// The line in which the part begins, from 1.
    pub(crate) first: u64,
    /// For each row the number of lines between.
    pub(crate) offsets: Vec<u32>,
}

impl Lines {
    pub(crate) fn line(&self, row: usize) -> u64 {
        self.first + u64::from(self.offsets[row])
    }

    /// Returns the row at a line; `None` if no row of the part is there.
    pub(crate) fn row(&self, line: u64) -> Option<usize> {
        let offset = u32::try_from(line.checked_sub(self.first)?).ok()?;
        self.offsets.binary_search(&offset).ok()
    }
}

impl Part {
    pub(crate) fn rows(&self) -> usize {
        self.lines.offsets.len()
    }

    /// Returns the part without some of its rows.
    pub(crate) fn without(self, is_left_out: &[bool]) -> Self {
        let columns = self.columns.into_iter();
        let offsets = self.lines.offsets.into_iter().zip(is_left_out);
        Self {
            columns: columns.map(|column| column.without(is_left_out)).collect(),
            lines: Lines {
                first: self.lines.first,
                offsets: offsets
                    .filter(|(_, left)| !**left)
                    .map(|(it, _)| it)
                    .collect(),
            },
        }
    }

    /// Returns the place of a row, for a finding.
    pub(crate) fn place(&self, plan: &BlockPlan<'_>, row: usize) -> Place {
        Place {
            line: self.lines.line(row),
            period: self.period(plan, row),
        }
    }

    /// Returns the observation period of a row, if it is known.
    pub(crate) fn period(&self, plan: &BlockPlan<'_>, row: usize) -> Option<i64> {
        let column = &self.columns[plan.observed?];
        let numbers = column.numbers()?;
        (column.states[row] == VALUE).then(|| numbers[row])
    }
}
