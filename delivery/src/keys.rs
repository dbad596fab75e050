//! Rows that are equal in some columns, found by hashes.
//!
//! A row is 96 bits of a hash and its line. Two rows with the same hash are taken for equal: with the rows of a block of this kind, 15
//! million, the chance that any two others have one is 1 in 10^15.

use std::collections::BinaryHeap;
use std::num::NonZeroUsize;
use std::thread;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use crate::column::{Column, INVALID, NULL, VALUE, Values};
use crate::part::Part;

/// The number of parts in which equal hashes are sought, so that each of them is in the cache of a processor.
const BUCKETS: usize = 256;

/// The leading bits of a hash, which are the number of its bucket.
const BUCKET_BITS: u32 = BUCKETS.trailing_zeros();

/// The odd number by which the state of a hash is multiplied.
const MULTIPLIER: u128 = 0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645;

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
        let mut hashes = vec![0_u128; part.rows()];
        let mut is_known = vec![true; part.rows()];
        for &column in columns {
            let column = &part.columns[column];
            mix_column(column, &mut hashes);
            for (known, state) in is_known.iter_mut().zip(&column.states) {
                // Two texts that are not values need not be the same.
                *known &= *state == VALUE || (*state == NULL && !requires_all);
            }
        }
        for (row, (hash, is_known)) in hashes.into_iter().zip(is_known).enumerate() {
            if is_known {
                let hash = finish(hash);
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

/// Returns a hash of these columns for each row; `None` if the row has no value in one of them.
pub(crate) fn row_hashes(columns: &[&Column], rows: usize) -> Vec<Option<u64>> {
    let mut hashes = vec![0_u128; rows];
    for column in columns {
        mix_column(column, &mut hashes);
    }
    let hashes = hashes.into_iter().enumerate().map(|(row, hash)| {
        let is_known = columns.iter().all(|column| column.states[row] == VALUE);
        let leading = finish(hash) >> 64;
        is_known.then(|| u64::try_from(leading).unwrap_or_default())
    });
    hashes.collect()
}

/// Mixes a column into the hash of each row.
pub(crate) fn mix_column(column: &Column, hashes: &mut [u128]) {
    match &column.values {
        Values::Numbers(numbers) => {
            for ((hash, number), state) in hashes.iter_mut().zip(numbers).zip(&column.states) {
                let value = if *state == VALUE {
                    u128::from(number.cast_unsigned()) + 2
                } else {
                    u128::from(*state == 2)
                };
                *hash = mix(*hash, value);
            }
        }
        Values::Lists { rows, items } => {
            let mut of_items = vec![0; rows.len()];
            let items = Column {
                states: vec![VALUE; rows.len()],
                values: match &**items {
                    Values::Numbers(numbers) => Values::Numbers(numbers.clone()),
                    Values::Codes { keys, texts } => Values::Codes {
                        keys: keys.clone(),
                        texts: texts.clone(),
                    },
                    Values::Lists { .. } => return,
                },
            };
            mix_column(&items, &mut of_items);
            for (row, item) in rows.iter().zip(of_items) {
                hashes[*row] = mix(hashes[*row], item);
            }
            // The end of a list, so that an item cannot pass to the list of the next column. A row without a value has it too, and is then the
            // same as in a file without the column.
            for (hash, state) in hashes.iter_mut().zip(&column.states) {
                *hash = mix(*hash, u128::from(*state == INVALID));
            }
        }
        Values::Codes { keys, texts } => {
            // Keys are those of this part alone.
            let of_texts: Vec<u128> = texts.iter().map(|text| hash_of(text)).collect();
            for ((hash, key), state) in hashes.iter_mut().zip(keys).zip(&column.states) {
                let text = usize::try_from(*key).ok().and_then(|key| of_texts.get(key));
                let value = match (*state, text) {
                    (VALUE, Some(text)) => *text,
                    (state, _) => u128::from(state == 2),
                };
                *hash = mix(*hash, value);
            }
        }
    }
}

fn hash_of(text: &str) -> u128 {
    let length = u128::try_from(text.len()).unwrap_or_default();
    let bytes = text.as_bytes().chunks(8).map(|chunk| {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        u128::from(u64::from_le_bytes(word))
    });
    finish(bytes.fold(mix(3, length), mix))
}

/// Mixes a value into a hash.
pub(crate) fn mix(hash: u128, value: u128) -> u128 {
    let mixed = (hash ^ value)
        .wrapping_add(0x9e37_79b9_7f4a_7c15)
        .wrapping_mul(MULTIPLIER);
    mixed ^ (mixed >> 67)
}

/// Returns a hash of which every bit depends on every value.
pub(crate) fn finish(hash: u128) -> u128 {
    let hash = (hash ^ (hash >> 64)).wrapping_mul(MULTIPLIER);
    hash ^ (hash >> 59)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::part::Lines;

    fn list(texts: &[&str]) -> Column {
        Column {
            states: vec![VALUE],
            values: Values::Lists {
                rows: vec![0; texts.len()],
                items: Box::new(Values::Codes {
                    keys: (0..).take(texts.len()).collect(),
                    texts: texts.iter().map(|it| (*it).to_owned()).collect(),
                }),
            },
        }
    }

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

    fn hash_of_columns(columns: &[Column]) -> u128 {
        let mut hashes = [0];
        for column in columns {
            mix_column(column, &mut hashes);
        }
        finish(hashes[0])
    }

    #[test]
    fn item_of_another_list_is_another_row() {
        let rows = [
            [list(&["a", "b"]), list(&[])],
            [list(&["a"]), list(&["b"])],
            [list(&[]), list(&["a", "b"])],
        ];
        let hashes: BTreeSet<_> = rows.iter().map(|row| hash_of_columns(row)).collect();
        assert_eq!(hashes.len(), rows.len());
        let absent = [Column::without_values(1), list(&["a", "b"])];
        assert_eq!(hash_of_columns(&absent), hash_of_columns(&rows[2]));
    }
}
