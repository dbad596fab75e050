//! Rows with errors, made valid: values become null, and rows are left out.

use std::collections::BTreeMap;

use super::receipt::Repair;
use crate::checks::{CONSTRAINT_VIOLATED, INVALID_HEADER, RULE_VIOLATED, rule_violations};
use crate::column::{NULL, VALUE};
use crate::part::Part;
use crate::plan::BlockPlan;
use crate::tally::Found;

/// The changes of a block, and the findings that they repair.
#[derive(Default)]
pub(super) struct Repairs {
    /// By the id of the check and the position of the column.
    changes: BTreeMap<(&'static str, Option<usize>), Change>,
    /// The number of repaired findings, by the same.
    repaired: BTreeMap<(&'static str, Option<usize>), u64>,
    pub(super) rows_left_out: u64,
    /// The number of records that could not be read, which are among those that are left out.
    unread: u64,
}

#[derive(Clone, Copy, Default)]
struct Change {
    values: u64,
    rows: u64,
}

/// The rows of a part while they are repaired.
struct Rows<'a> {
    part: Part,
    is_left_out: Vec<bool>,
    /// For each column, true if no row may lack its value.
    required: &'a [bool],
}

impl Repairs {
    /// Repairs the rows of a part, which have these findings.
    pub(super) fn repair(
        &mut self,
        part: Part,
        found: &[Found],
        plan: &BlockPlan<'_>,
        required: &[bool],
    ) -> Part {
        // An error of a header is not repaired: its file has no rows. Nor is a violated constraint: another value may contradict other rows.
        let is_repaired =
            |it: &&Found| *it.check != INVALID_HEADER && *it.check != CONSTRAINT_VIOLATED;
        let found = || found.iter().filter(is_repaired);
        if found().next().is_none() {
            return part;
        }
        let mut rows = Rows {
            is_left_out: vec![false; part.rows()],
            part,
            required,
        };
        for it in found() {
            let key = (it.check.id, it.column);
            *self.repaired.entry(key).or_default() += 1;
            if *it.check == RULE_VIOLATED {
                // Below, since the other changes decide whether a rule is still violated.
                continue;
            }
            let change = self.changes.entry(key).or_default();
            match (rows.part.lines.row(it.line), it.column) {
                (Some(row), Some(column)) => rows.remove(row, column, change),
                (Some(row), None) => rows.leave_out(row, change),
                // A record that could not be read is in no part.
                (None, _) => {
                    change.rows += 1;
                    self.rows_left_out += 1;
                    self.unread += 1;
                }
            }
        }
        self.satisfy_rules(&mut rows, plan);
        self.rows_left_out += rows.is_left_out.iter().filter(|it| **it).count() as u64;
        rows.finish()
    }

    /// Changes rows until no rule is violated. Each round removes a value or a row for each violation, so that there are at most as many
    /// rounds as columns.
    fn satisfy_rules(&mut self, rows: &mut Rows<'_>, plan: &BlockPlan<'_>) {
        loop {
            let violations = rule_violations(plan, &rows.part);
            let mut is_done = true;
            for (rule, row) in violations {
                if rows.is_left_out[row] {
                    continue;
                }
                is_done = false;
                let named = plan.rules[rule].rule.expression.columns();
                let named = named.iter().filter_map(|name| {
                    let mut columns = plan.columns.iter();
                    columns.position(|column| column.name == **name)
                });
                let mut has_changed = false;
                for column in named {
                    if !rows.required[column] && rows.part.columns[column].states[row] == VALUE {
                        let key = (RULE_VIOLATED.id, Some(column));
                        let change = self.changes.entry(key).or_default();
                        rows.remove(row, column, change);
                        has_changed = true;
                    }
                }
                if !has_changed {
                    let change = self.changes.entry((RULE_VIOLATED.id, None)).or_default();
                    rows.leave_out(row, change);
                }
            }
            if is_done {
                return;
            }
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        for (key, change) in other.changes {
            let of_both = self.changes.entry(key).or_default();
            of_both.values += change.values;
            of_both.rows += change.rows;
        }
        for (key, count) in other.repaired {
            *self.repaired.entry(key).or_default() += count;
        }
        self.rows_left_out += other.rows_left_out;
        self.unread += other.unread;
    }

    /// Returns the number of findings of a check in a column that were repaired.
    pub(super) fn repaired(&self, check: &'static str, column: Option<usize>) -> u64 {
        let repaired = self.repaired.get(&(check, column));
        repaired.copied().unwrap_or_default()
    }

    /// Returns the number of records that could not be read.
    pub(super) fn unread(&self) -> u64 {
        self.unread
    }

    /// Returns the changes, for the receipt.
    pub(super) fn into_changes(self, plan: &BlockPlan<'_>) -> Vec<Repair> {
        let changes = self.changes.into_iter();
        let changes = changes.filter(|(_, change)| change.values + change.rows > 0);
        changes
            .map(|((check, column), change)| Repair {
                check,
                column: column.map(|column| plan.columns[column].name.clone()),
                values: change.values,
                rows: change.rows,
            })
            .collect()
    }
}

impl Rows<'_> {
    fn remove(&mut self, row: usize, column: usize, change: &mut Change) {
        if self.required[column] {
            self.leave_out(row, change);
        } else if !self.is_left_out[row] {
            self.part.columns[column].states[row] = NULL;
            change.values += 1;
        }
    }

    fn leave_out(&mut self, row: usize, change: &mut Change) {
        self.is_left_out[row] = true;
        change.rows += 1;
    }

    fn finish(self) -> Part {
        if self.is_left_out.iter().any(|it| *it) {
            self.part.without(&self.is_left_out)
        } else {
            self.part
        }
    }
}
