//! The columns in which rows with the same key differ.
//!
//! Only the rows that changed are kept, and of them a few bytes for each column: a flag as it is, of any other value 32 bits of a hash. If
//! they take too much memory, the files are read again for each group of buckets.

use std::ops::Range;
use std::sync::atomic::{AtomicU8, AtomicU32, AtomicU64, Ordering};

use beraad_schema::describe::Representation;

use super::key_match::KeyColumns;
use super::row_hashes::{EntryPlace, SortedHashes, hashes_of, hashes_of_column, payload};
use crate::column::{Column, VALUE, Values};
use crate::part::Part;
use crate::plan::BlockPlan;

/// The number of bytes of the kept values.
const MAX_BYTES: usize = 128 << 20;

/// The values of changed rows, of a group of buckets.
pub(super) struct CellMatch<'c> {
    columns: &'c KeyColumns,
    changed: &'c SortedHashes,
    /// For each column that is not of the key, true if it is of flags, which take a byte.
    is_flag: Vec<bool>,
    group: Range<usize>,
    /// The values of each bucket of the group.
    cells: Vec<Cells>,
    /// The number of changed rows of each column that is not of the key.
    counts: Vec<AtomicU64>,
}

/// The values of the changed rows of a bucket, row by row.
struct Cells {
    flags: Vec<AtomicU8>,
    hashes: Vec<AtomicU32>,
}

/// Returns the groups of buckets whose values fit into the memory together.
pub(super) fn groups(
    changed: &SortedHashes,
    plan: &BlockPlan<'_>,
    columns: &KeyColumns,
) -> Vec<Range<usize>> {
    groups_of(changed, &flag_columns(plan, columns), MAX_BYTES)
}

fn groups_of(changed: &SortedHashes, is_flag: &[bool], max_bytes: usize) -> Vec<Range<usize>> {
    let row: usize = is_flag.iter().map(|it| if *it { 1 } else { 4 }).sum();
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut bytes = 0;
    for (place, bucket) in changed.buckets.iter().enumerate() {
        let of_bucket = bucket.entries.len() * row;
        match groups.last_mut() {
            Some(group) if bytes + of_bucket <= max_bytes => group.end = place + 1,
            _ => {
                groups.push(place..place + 1);
                bytes = 0;
            }
        }
        bytes += of_bucket;
    }
    groups
}

fn flag_columns(plan: &BlockPlan<'_>, columns: &KeyColumns) -> Vec<bool> {
    let is_flag = |place: &usize| {
        let value_type = plan.columns[*place].value_type;
        matches!(value_type.representation(), Representation::Flag)
    };
    columns.others.iter().map(is_flag).collect()
}

impl<'c> CellMatch<'c> {
    pub(super) fn new(
        changed: &'c SortedHashes,
        plan: &BlockPlan<'_>,
        columns: &'c KeyColumns,
        group: Range<usize>,
    ) -> Self {
        let is_flag = flag_columns(plan, columns);
        let flags = is_flag.iter().filter(|it| **it).count();
        let others = is_flag.len() - flags;
        let cells = changed.buckets[group.clone()].iter().map(|bucket| {
            let rows = bucket.entries.len();
            Cells {
                flags: (0..rows * flags).map(|_| AtomicU8::new(0)).collect(),
                hashes: (0..rows * others).map(|_| AtomicU32::new(0)).collect(),
            }
        });
        Self {
            columns,
            changed,
            cells: cells.collect(),
            counts: is_flag.iter().map(|_| AtomicU64::new(0)).collect(),
            is_flag,
            group,
        }
    }

    /// Keeps the values of a part of the old delivery.
    pub(super) fn keep(&self, part: &Part) {
        self.each_cell(part, |_, cell| match cell {
            Cell::Flag(kept, flag) => kept.store(flag, Ordering::Relaxed),
            Cell::Hash(kept, hash) => kept.store(hash, Ordering::Relaxed),
        });
    }

    /// Compares the values of a part of the new delivery with those that were kept.
    pub(super) fn compare(&self, part: &Part) {
        let mut counts = vec![0; self.counts.len()];
        self.each_cell(part, |column, cell| {
            let is_changed = match cell {
                Cell::Flag(kept, flag) => kept.load(Ordering::Relaxed) != flag,
                Cell::Hash(kept, hash) => kept.load(Ordering::Relaxed) != hash,
            };
            counts[column] += u64::from(is_changed);
        });
        for (count, of_part) in self.counts.iter().zip(counts) {
            count.fetch_add(of_part, Ordering::Relaxed);
        }
    }

    /// Returns the number of changed rows of each column that is not of the key.
    pub(super) fn finish(self) -> Vec<u64> {
        let counts = self.counts.into_iter();
        counts.map(AtomicU64::into_inner).collect()
    }

    /// Calls a function with each value of a changed row, by the position of its column among those that are not of the key.
    fn each_cell(&self, part: &Part, mut function: impl FnMut(usize, Cell<'_>)) {
        let keys = hashes_of(part, &self.columns.key, true);
        let keys = keys.into_iter().enumerate();
        let rows: Vec<(usize, EntryPlace)> = keys
            .filter_map(|(row, key)| {
                let place = self.changed.find(key?)?;
                self.group.contains(&place.bucket).then_some((row, place))
            })
            .collect();
        if rows.is_empty() {
            return;
        }
        let flags = self.is_flag.iter().filter(|it| **it).count();
        let others = self.is_flag.len() - flags;
        let (mut flag, mut other) = (0, 0);
        for (position, place) in self.columns.others.iter().enumerate() {
            let column = &part.columns[*place];
            if self.is_flag[position] {
                for (row, at) in &rows {
                    let kept = &self.cells[at.bucket - self.group.start].flags;
                    let kept = &kept[at.position * flags + flag];
                    function(position, Cell::Flag(kept, flag_at(column, *row)));
                }
                flag += 1;
                continue;
            }
            let mut hashes = hashes_of_column(column);
            let mut next = 0;
            for (row, at) in &rows {
                let hash = hashes.nth(row - next).unwrap_or_default();
                next = row + 1;
                let kept = &self.cells[at.bucket - self.group.start].hashes;
                let kept = &kept[at.position * others + other];
                function(position, Cell::Hash(kept, payload(hash)));
            }
            other += 1;
        }
    }
}

/// The kept value of a row, and its value in the part.
enum Cell<'k> {
    Flag(&'k AtomicU8, u8),
    Hash(&'k AtomicU32, u32),
}

/// Returns a flag as a number, or the state of a row that has none.
fn flag_at(column: &Column, row: usize) -> u8 {
    match (&column.values, column.states[row]) {
        (Values::Numbers(numbers), VALUE) if numbers[row] != 0 => 4,
        (_, VALUE) => 3,
        (_, state) => state,
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroUsize;

    use beraad_schema::describe::example_model;

    use super::*;
    use crate::against::key_match::OldKeys;
    use crate::against::row_hashes::{BUCKETS, Bucket};
    use crate::part::Lines;

    /// Rows of members by their numbers. `value` is the value of a column that is not of the key.
    fn part(columns: usize, value: impl Fn(usize, i64) -> i64) -> Part {
        let rows = 0..500;
        let columns = (0..columns).map(|place| Column {
            states: vec![VALUE; 500],
            values: Values::Numbers(rows.clone().map(|row| value(place, row)).collect()),
        });
        Part {
            columns: columns.collect(),
            lines: Lines {
                first: 2,
                offsets: (0..500).collect(),
            },
        }
    }

    #[test]
    fn counts_of_several_groups_are_those_of_all_rows() {
        let model = example_model();
        let block = model.block("member").expect("the block");
        let plan = BlockPlan::new(&model, block);
        let all = plan.columns.len();
        let columns = KeyColumns {
            key: vec![0, 1],
            others: (2..all).collect(),
        };
        let old = part(all, |_, row| row);
        // In the second column that is not of the key, every fifth row differs, and so on.
        let is_changed = |place: usize, row: i64| {
            place > 2 && usize::try_from(row % 5).is_ok_and(|rest| rest == place - 3)
        };
        let new = part(
            all,
            |place, row| if is_changed(place, row) { -1 } else { row },
        );
        let threads = NonZeroUsize::MIN;
        let old_keys = OldKeys::new(&columns);
        old_keys.add(&old);
        let matched = old_keys.finish(threads);
        matched.add(&new);
        let (counts, changed) = matched.finish(threads);
        assert_eq!(counts.changed, 100 * (all as u64 - 3));
        let groups = groups_of(&changed, &flag_columns(&plan, &columns), 400);
        assert!(groups.len() > 1);
        let mut found = vec![0; columns.others.len()];
        for group in groups {
            let cells = CellMatch::new(&changed, &plan, &columns, group);
            cells.keep(&old);
            cells.compare(&new);
            for (count, of_group) in found.iter_mut().zip(cells.finish()) {
                *count += of_group;
            }
        }
        let mut expected = vec![100; columns.others.len()];
        expected[0] = 0;
        assert_eq!(found, expected);
    }

    #[test]
    fn groups_have_all_buckets_and_stay_small() {
        let bucket = |rows: u128| Bucket::new((0..rows).map(|row| row << 32).collect());
        let buckets = (0..BUCKETS).map(|place| bucket(if place == 7 { 90 } else { 10 }));
        let changed = SortedHashes {
            buckets: buckets.collect(),
        };
        // A row takes 5 bytes.
        let groups = groups_of(&changed, &[true, false], 200);
        let sizes = groups.iter().map(|group| {
            let buckets = changed.buckets[group.clone()].iter();
            buckets.map(|it| it.entries.len() * 5).sum::<usize>()
        });
        assert_eq!(sizes.max(), Some(450), "the bucket that alone is larger");
        assert_eq!(
            groups.iter().map(ExactSizeIterator::len).sum::<usize>(),
            BUCKETS
        );
        assert!(groups.windows(2).all(|pair| pair[0].end == pair[1].start));
        assert_eq!(groups_of(&changed, &[true], usize::MAX).len(), 1);
    }
}
