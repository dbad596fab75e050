//! Rows that are equal in some columns, found by hashes.
//!
//! A row is 96 bits of a hash and its line. Two rows with the same hash are taken for equal: with the rows of a block of this kind, 15
//! million, the chance that any two others have one is 1 in 10^15.

use std::collections::BinaryHeap;
use std::num::NonZeroUsize;
use std::thread;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use crate::column::{INVALID, NULL};
use crate::part::Part;
use crate::row_hash::{RowHash, mix_column};

/// The number of parts in which equal hashes are sought, so that each of them is in the cache of a processor.
const BUCKETS: usize = 256;

/// The leading bits of a hash, which are the number of its bucket.
const BUCKET_BITS: u32 = BUCKETS.trailing_zeros();

/// The hashes of rows with their lines.
pub(crate) struct Keys {
    buckets: Vec<Vec<u128>>,
}

/// The rows that are equal to an earlier one.
#[derive(Default)]
pub(crate) struct Repeated {
    pub(crate) count: u64,
    /// The first lines.
    pub(crate) lines: Vec<u64>,
}

impl Keys {
    pub(crate) fn new() -> Self {
        Self {
            buckets: vec![Vec::new(); BUCKETS],
        }
    }

    /// Adds the rows of a part, by these columns. `requires_all` leaves out a row without a value in one of them.
    pub(crate) fn add(&mut self, part: &Part, columns: &[usize], requires_all: bool) {
        let mut hashes = vec![RowHash::default(); part.rows()];
        let mut is_known = vec![true; part.rows()];
        for &column in columns {
            let column = &part.columns[column];
            mix_column(column, &mut hashes);
            // Two texts that are not values need not be the same.
            let states = &column.states;
            if states.contains(&INVALID) || (requires_all && states.contains(&NULL)) {
                for (known, state) in is_known.iter_mut().zip(states) {
                    *known &= *state != INVALID && !(requires_all && *state == NULL);
                }
            }
        }
        for (row, (hash, is_known)) in hashes.into_iter().zip(is_known).enumerate() {
            if is_known {
                let hash = hash.bits();
                let line = u32::try_from(part.lines.line(row)).unwrap_or(u32::MAX);
                let bucket =
                    usize::try_from(hash >> (u128::BITS - BUCKET_BITS)).unwrap_or_default();
                let entry = hash & !u128::from(u32::MAX) | u128::from(line);
                self.buckets[bucket].push(entry);
            }
        }
    }

    /// Finds the rows that are equal to an earlier one, among those of several workers.
    pub(crate) fn repeated(
        workers: Vec<Self>,
        threads: NonZeroUsize,
        most_lines: usize,
    ) -> Repeated {
        let mut buckets: Vec<Vec<Vec<u128>>> = (0..BUCKETS).map(|_| Vec::new()).collect();
        for worker in workers {
            for (bucket, of_worker) in buckets.iter_mut().zip(worker.buckets) {
                bucket.push(of_worker);
            }
        }
        let share = BUCKETS.div_ceil(threads.get());
        let mut all = Repeated::default();
        thread::scope(|scope| {
            let mut workers = Vec::new();
            while !buckets.is_empty() {
                let rest = buckets.split_off(share.min(buckets.len()));
                let of_thread = std::mem::replace(&mut buckets, rest);
                workers.push(scope.spawn(move || {
                    let mut repeated = Repeated::default();
                    for bucket in of_thread {
                        repeated.merge(of_bucket(&bucket, most_lines), most_lines);
                    }
                    repeated
                }));
            }
            for worker in workers {
                if let Ok(repeated) = worker.join() {
                    all.merge(repeated, most_lines);
                }
            }
        });
        all
    }
}

impl Repeated {
    fn merge(&mut self, other: Self, most_lines: usize) {
        self.count += other.count;
        self.lines.extend(other.lines);
        self.lines.sort_unstable();
        self.lines.truncate(most_lines);
    }
}

fn of_bucket(parts: &[Vec<u128>], most_lines: usize) -> Repeated {
    let mut repeated = Repeated::default();
    let mut lines = BinaryHeap::new();
    let mut first_rows = HashTable::with_capacity(parts.iter().map(Vec::len).sum());
    for row in parts.iter().flatten().copied() {
        let same_hash = |other: &u128| hash_of_row(*other) == hash_of_row(row);
        match first_rows.entry(table_hash(row), same_hash, |row| table_hash(*row)) {
            Entry::Vacant(entry) => {
                entry.insert(row);
            }
            // Rows of several threads are not in the order of their lines. The row with the first line is the one that others repeat.
            Entry::Occupied(mut entry) => {
                repeated.count += 1;
                let first = entry.get_mut();
                lines.push(line_of_row(row.max(*first)));
                *first = row.min(*first);
                // The largest line is on top, and leaves first.
                if lines.len() > most_lines {
                    lines.pop();
                }
            }
        }
    }
    repeated.lines = lines.into_sorted_vec();
    repeated
}

fn hash_of_row(row: u128) -> u128 {
    row >> 32
}

fn line_of_row(row: u128) -> u64 {
    u64::try_from(row & u128::from(u32::MAX)).unwrap_or_default()
}

/// Returns the bits of a hash that follow those of its bucket.
fn table_hash(row: u128) -> u64 {
    u64::try_from((row >> 32) & u128::from(u64::MAX)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::column::{Column, VALUE, Values};
    use crate::part::Lines;

    /// Parts of rows that have these numbers, each with the line after the one before.
    fn parts(numbers: &[Vec<i64>]) -> Vec<Part> {
        let mut first = 2;
        let parts = numbers.iter().map(|numbers| {
            let part = Part {
                columns: vec![Column {
                    states: vec![VALUE; numbers.len()],
                    values: Values::Numbers(numbers.clone()),
                }],
                lines: Lines {
                    first,
                    offsets: (0..).take(numbers.len()).collect(),
                },
            };
            first += numbers.len() as u64;
            part
        });
        parts.collect()
    }

    proptest! {
        #[test]
        fn repeated_rows_of_several_threads_are_found(
            numbers in prop::collection::vec(prop::collection::vec(0_i64..40, 0..20), 1..6),
            is_of_second in prop::collection::vec(any::<bool>(), 6),
        ) {
            let mut workers = [Keys::new(), Keys::new()];
            // A thread does not take its parts in the order of the file.
            for (part, is_second) in parts(&numbers).iter().zip(is_of_second).rev() {
                workers[usize::from(is_second)].add(part, &[0], true);
            }
            let repeated = Keys::repeated(workers.into(), NonZeroUsize::MIN, 3);
            let mut known = BTreeSet::new();
            let lines = numbers.iter().flatten().zip(2..);
            let lines = lines.filter(|(number, _)| !known.insert(**number));
            let lines: Vec<u64> = lines.map(|(_, line)| line).collect();
            prop_assert_eq!(repeated.count, lines.len() as u64);
            prop_assert_eq!(&*repeated.lines, &lines[..lines.len().min(3)]);
        }
    }
}
