//! The rows of the parts of a block, in their order and in groups of equal size.
//!
//! Threads take parts in any order. Groups depend on the rows alone: neither on the threads nor on the size of the parts.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::part::Part;

/// Successive rows of a part.
pub(super) struct Slice {
    pub(super) part: Arc<Part>,
    pub(super) rows: Range<usize>,
}

/// Rows that are encoded together.
pub(super) struct Group {
    /// The position among the groups of the block.
    pub(super) number: u64,
    pub(super) slices: Vec<Slice>,
}

impl Group {
    pub(super) fn rows(&self) -> usize {
        self.slices.iter().map(|slice| slice.rows.len()).sum()
    }
}

/// Gathers parts to groups.
pub(super) struct Groups {
    /// The number of rows of a group.
    size: usize,
    next_part: u64,
    /// Parts that came before an earlier one.
    waiting: BTreeMap<u64, Part>,
    /// The slices of the next group.
    slices: Vec<Slice>,
    /// Their number of rows.
    rows: usize,
    next_group: u64,
}

impl Groups {
    pub(super) fn new(size: usize) -> Self {
        Self {
            size,
            next_part: 0,
            waiting: BTreeMap::new(),
            slices: Vec::new(),
            rows: 0,
            next_group: 0,
        }
    }

    /// Adds a part, and returns the groups that are complete now.
    pub(super) fn add(&mut self, part: Part, number: u64) -> Vec<Group> {
        self.waiting.insert(number, part);
        let mut groups = Vec::new();
        while let Some(part) = self.waiting.remove(&self.next_part) {
            self.next_part += 1;
            let part = Arc::new(part);
            let mut start = 0;
            while start < part.rows() {
                let end = part.rows().min(start + self.size - self.rows);
                self.slices.push(Slice {
                    part: Arc::clone(&part),
                    rows: start..end,
                });
                self.rows += end - start;
                start = end;
                if self.rows == self.size {
                    groups.extend(self.finish());
                }
            }
        }
        groups
    }

    /// Returns the last group, if it has rows.
    pub(super) fn finish(&mut self) -> Option<Group> {
        if self.rows == 0 {
            return None;
        }
        self.rows = 0;
        let number = self.next_group;
        self.next_group += 1;
        Some(Group {
            number,
            slices: std::mem::take(&mut self.slices),
        })
    }
}
