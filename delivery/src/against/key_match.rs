//! The rows of two deliveries, matched by their keys.
//!
//! The keys of the old delivery are kept, sorted, with 32 bits of a hash of the other columns. A row of the new delivery is looked up as it
//! is read, and leaves a mark. Of the new keys, 64 bits are kept, to find those that occur more than once.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};

use super::row_hashes::{
    Bucket, Collected, EntryPlace, SortedHashes, bits_in_bucket, entry, hash_bits, hashes_of,
    in_threads, payload,
};
use crate::comparison::Sides;
use crate::part::Part;

/// The new delivery has a row with this key.
const SEEN: u8 = 1;
/// The row differs in a column that is not of the key.
const CHANGED: u8 = 2;
/// The new delivery has several rows with this key.
const SEEN_AGAIN: u8 = 4;
/// The old delivery has several rows with this key.
const REPEATED: u8 = 8;

/// The columns of the key, and the others.
pub(super) struct KeyColumns {
    pub(super) key: Vec<usize>,
    pub(super) others: Vec<usize>,
}

/// The keys of the old delivery, while it is read.
pub(super) struct OldKeys<'c> {
    columns: &'c KeyColumns,
    rows: Collected<u128>,
    without_key: AtomicU64,
}

impl<'c> OldKeys<'c> {
    pub(super) fn new(columns: &'c KeyColumns) -> Self {
        Self {
            columns,
            rows: Collected::new(),
            without_key: AtomicU64::new(0),
        }
    }

    /// Adds the rows of a part of the old delivery.
    pub(super) fn add(&self, part: &Part) {
        let rows = rows_of(part, self.columns, &self.without_key);
        self.rows
            .add(rows.map(|(key, others)| (key, entry(key, others))));
    }

    /// Sorts the keys.
    pub(super) fn finish(self, threads: NonZeroUsize) -> KeyMatch<'c> {
        let buckets = self.rows.into_buckets(threads, |mut entries| {
            entries.sort_unstable();
            let mut repeated = Vec::new();
            let mut last = None;
            entries.retain(|entry| {
                let is_first = last != Some(hash_bits(*entry));
                last = Some(hash_bits(*entry));
                if is_first {
                    repeated.push(0);
                } else if let Some(state) = repeated.last_mut() {
                    *state = REPEATED;
                }
                is_first
            });
            let states: Vec<_> = repeated.into_iter().map(AtomicU8::new).collect();
            (Bucket::new(entries), states)
        });
        let (buckets, states) = buckets.into_iter().unzip();
        KeyMatch {
            columns: self.columns,
            old: SortedHashes { buckets },
            states,
            added: Collected::new(),
            without_key: Sides {
                old: self.without_key,
                new: AtomicU64::new(0),
            },
        }
    }
}

/// The keys of the old delivery, with marks of the rows of the new one.
pub(super) struct KeyMatch<'c> {
    columns: &'c KeyColumns,
    old: SortedHashes,
    /// The marks of each key.
    states: Vec<Vec<AtomicU8>>,
    /// The keys that the old delivery does not have, by the bits after those of their bucket.
    added: Collected<u64>,
    without_key: Sides<AtomicU64>,
}

/// The numbers of keys.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct KeyCounts {
    pub(super) gone: u64,
    pub(super) added: u64,
    pub(super) changed: u64,
    pub(super) unchanged: u64,
    pub(super) repeated: Sides<u64>,
    pub(super) without_key: Sides<u64>,
}

impl KeyMatch<'_> {
    /// Looks up the rows of a part of the new delivery.
    pub(super) fn add(&self, part: &Part) {
        let mut added = Vec::new();
        for (key, others) in rows_of(part, self.columns, &self.without_key.new) {
            let Some(EntryPlace { bucket, position }) = self.old.find(key) else {
                added.push((key, bits_in_bucket(key)));
                continue;
            };
            let is_changed = payload(self.old.buckets[bucket].entries[position]) != others;
            let marks = if is_changed { SEEN | CHANGED } else { SEEN };
            let state = &self.states[bucket][position];
            if state.fetch_or(marks, Ordering::Relaxed) & SEEN != 0 {
                state.fetch_or(SEEN_AGAIN, Ordering::Relaxed);
            }
        }
        self.added.add(added.into_iter());
    }

    /// Counts the keys, and returns those whose rows changed.
    pub(super) fn finish(self, threads: NonZeroUsize) -> (KeyCounts, SortedHashes) {
        let mut counts = KeyCounts {
            without_key: Sides {
                old: self.without_key.old.into_inner(),
                new: self.without_key.new.into_inner(),
            },
            ..KeyCounts::default()
        };
        for (added, repeated) in self.added.into_buckets(threads, count_different) {
            counts.added += added;
            counts.repeated.new += repeated;
        }
        let buckets = self.old.buckets.into_iter().zip(self.states).collect();
        let buckets = in_threads(buckets, threads, |(bucket, states)| {
            changed_keys(bucket, states)
        });
        let buckets = buckets.into_iter().map(|(bucket, of_bucket)| {
            counts.gone += of_bucket.gone;
            counts.changed += of_bucket.changed;
            counts.unchanged += of_bucket.unchanged;
            counts.repeated.old += of_bucket.repeated.old;
            counts.repeated.new += of_bucket.repeated.new;
            bucket
        });
        let changed = SortedHashes {
            buckets: buckets.collect(),
        };
        (counts, changed)
    }
}

/// Returns the number of keys that occur once, and of those that occur more than once.
fn count_different(mut keys: Vec<u64>) -> (u64, u64) {
    keys.sort_unstable();
    let (mut once, mut repeated) = (0, 0);
    for same in keys.chunk_by(|one, other| one == other) {
        if same.len() == 1 {
            once += 1;
        } else {
            repeated += 1;
        }
    }
    (once, repeated)
}

/// Counts the keys of a bucket by their marks, and keeps those whose rows changed.
fn changed_keys(bucket: Bucket, states: Vec<AtomicU8>) -> (Bucket, KeyCounts) {
    let mut counts = KeyCounts::default();
    let mut states = states.into_iter().map(AtomicU8::into_inner);
    let mut entries = bucket.entries;
    entries.retain(|_| {
        let state = states.next().unwrap_or_default();
        let has = |mark: u8| state & mark != 0;
        counts.repeated.old += u64::from(has(REPEATED));
        counts.repeated.new += u64::from(has(SEEN_AGAIN));
        // A key that either delivery has more than once does not say which row became which.
        if has(REPEATED) || has(SEEN_AGAIN) {
            return false;
        }
        let count = match (has(SEEN), has(CHANGED)) {
            (false, _) => &mut counts.gone,
            (true, false) => &mut counts.unchanged,
            (true, true) => &mut counts.changed,
        };
        *count += 1;
        has(CHANGED)
    });
    (Bucket::new(entries), counts)
}

/// Returns the hash of the key of each row that has one, with 32 bits of the hash of its other columns.
fn rows_of(
    part: &Part,
    columns: &KeyColumns,
    without_key: &AtomicU64,
) -> impl Iterator<Item = (u128, u32)> {
    let keys = hashes_of(part, &columns.key, true);
    let others = hashes_of(part, &columns.others, false);
    let lacking = keys.iter().filter(|key| key.is_none()).count() as u64;
    without_key.fetch_add(lacking, Ordering::Relaxed);
    let rows = keys.into_iter().zip(others);
    rows.filter_map(|(key, others)| Some((key?, payload(others.unwrap_or_default()))))
}
