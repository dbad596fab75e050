//! Hashes of rows: collected by several threads, sorted, and found again.
//!
//! An entry has 96 bits of a hash, and 32 bits for something else. Two rows with the same 96 bits are taken for equal, as in `keys`: with
//! 15 million rows in each delivery, the chance that any two others have the same is 1 in 10^14.

use std::num::NonZeroUsize;
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::column::{Column, NULL, VALUE, Values};
use crate::part::Part;
use crate::row_hash::{RowHash, mix_column};

/// The number of buckets of hashes, by their upper bits. Each is locked, grows and is sorted on its own. They are few, since a large block
/// of memory grows without a copy, and leaves no gap.
pub(super) const BUCKETS: usize = 16;
const BUCKET_BITS: u32 = BUCKETS.trailing_zeros();

/// The number of bits of an entry that are not of the hash.
const PAYLOAD_BITS: u32 = 32;
const PAYLOAD: u128 = u32::MAX as u128;

/// The mean number of entries among which one is searched.
const MEAN_SEARCHED: usize = 4;

/// Returns a hash of these columns for each row, or `None` where a row cannot be compared: with `requires_all`, a row that lacks one of the
/// values. Texts that are not values count as one and the same value.
pub(super) fn hashes_of(part: &Part, columns: &[usize], requires_all: bool) -> Vec<Option<u128>> {
    let mut hashes = vec![RowHash::default(); part.rows()];
    let mut is_known = vec![true; part.rows()];
    for &column in columns {
        let column = &part.columns[column];
        mix_in(column, &mut hashes);
        if requires_all {
            for (known, state) in is_known.iter_mut().zip(&column.states) {
                *known &= *state == VALUE;
            }
        }
    }
    let hashes = hashes.into_iter().zip(is_known);
    hashes
        .map(|(hash, is_known)| is_known.then(|| hash.bits()))
        .collect()
}

/// Returns a hash of the value of each row in a column.
pub(super) fn hashes_of_column(column: &Column) -> impl Iterator<Item = u128> {
    let mut hashes = vec![RowHash::default(); column.states.len()];
    mix_in(column, &mut hashes);
    hashes.into_iter().map(RowHash::bits)
}

fn mix_in(column: &Column, hashes: &mut [RowHash]) {
    mix_column(column, hashes);
    // The items of a list change the hash one by one, so that an empty list and no list have the same.
    if matches!(column.values, Values::Lists { .. }) {
        for (hash, state) in hashes.iter_mut().zip(&column.states) {
            hash.mix(RowHash::of_number(u64::from(*state == NULL)));
        }
    }
}

/// Returns an entry: a hash, and 32 bits for something else.
pub(super) fn entry(hash: u128, payload: u32) -> u128 {
    hash & !PAYLOAD | u128::from(payload)
}

/// Returns the 32 bits of an entry that are not of its hash.
pub(super) fn payload(entry: u128) -> u32 {
    u32::try_from(entry & PAYLOAD).unwrap_or_default()
}

/// Returns the bits of an entry that are of its hash.
pub(super) fn hash_bits(entry: u128) -> u128 {
    entry >> PAYLOAD_BITS
}

fn bucket_of(hash: u128) -> usize {
    usize::try_from(hash >> (u128::BITS - BUCKET_BITS)).unwrap_or_default()
}

/// Returns the 64 bits of a hash after those that decide its bucket.
pub(super) fn bits_in_bucket(hash: u128) -> u64 {
    u64::try_from((hash << BUCKET_BITS) >> 64).unwrap_or_default()
}

/// Entries in buckets, added by several threads.
pub(super) struct Collected<E> {
    buckets: Vec<Mutex<Vec<E>>>,
}

impl<E: Copy + Send> Collected<E> {
    pub(super) fn new() -> Self {
        Self {
            buckets: (0..BUCKETS).map(|_| Mutex::default()).collect(),
        }
    }

    /// Adds entries, each with the hash that decides its bucket.
    pub(super) fn add(&self, entries: impl Iterator<Item = (u128, E)>) {
        let mut by_bucket = vec![Vec::new(); BUCKETS];
        for (hash, entry) in entries {
            by_bucket[bucket_of(hash)].push(entry);
        }
        for (bucket, entries) in self.buckets.iter().zip(by_bucket) {
            if entries.is_empty() {
                continue;
            }
            let mut bucket = bucket.lock().unwrap_or_else(PoisonError::into_inner);
            if bucket.capacity() - bucket.len() < entries.len() {
                // Less than doubling: the memory is limited rather than the time.
                let more = entries.len().max(bucket.len() / 4).max(256);
                bucket.reserve_exact(more);
            }
            bucket.extend(entries);
        }
    }

    /// Returns the buckets, each as `finish` makes it, on several threads.
    pub(super) fn into_buckets<B: Send>(
        self,
        threads: NonZeroUsize,
        finish: impl Fn(Vec<E>) -> B + Sync,
    ) -> Vec<B> {
        let buckets = self.buckets.into_iter();
        let buckets = buckets.map(|it| it.into_inner().unwrap_or_else(PoisonError::into_inner));
        in_threads(buckets.collect(), threads, finish)
    }
}

/// Applies a function to each item on several threads, and returns the results in the order of the items.
pub(super) fn in_threads<I: Send, O: Send>(
    items: Vec<I>,
    threads: NonZeroUsize,
    function: impl Fn(I) -> O + Sync,
) -> Vec<O> {
    let mut results: Vec<Option<O>> = items.iter().map(|_| None).collect();
    let places = items.into_iter().zip(&mut results);
    let places = Mutex::new(places);
    thread::scope(|scope| {
        for _ in 0..threads.get() {
            scope.spawn(|| {
                loop {
                    let next = places.lock().unwrap_or_else(PoisonError::into_inner).next();
                    let Some((item, place)) = next else { return };
                    *place = Some(function(item));
                }
            });
        }
    });
    // The threads ended, so that every item has its result.
    results.into_iter().flatten().collect()
}

/// The place of an entry: its bucket, and its position there.
#[derive(Clone, Copy, Debug)]
pub(super) struct EntryPlace {
    pub(super) bucket: usize,
    pub(super) position: usize,
}

/// Entries in the order of their hashes, of which no two are equal.
pub(super) struct SortedHashes {
    pub(super) buckets: Vec<Bucket>,
}

/// Entries of one bucket, in the order of their hashes.
pub(super) struct Bucket {
    pub(super) entries: Vec<u128>,
    /// The position of the first entry of each slot, and the end of the last one. A slot has the entries of which the bits after those of
    /// the bucket are its number.
    starts: Vec<u32>,
    /// The number of bits of the number of a slot.
    slot_bits: u32,
}

impl SortedHashes {
    /// Finds the entry with a hash.
    pub(super) fn find(&self, hash: u128) -> Option<EntryPlace> {
        let bucket = bucket_of(hash);
        let position = self.buckets[bucket].find(hash)?;
        Some(EntryPlace { bucket, position })
    }
}

impl Bucket {
    /// Creates a bucket of sorted entries.
    pub(super) fn new(mut entries: Vec<u128>) -> Self {
        entries.shrink_to_fit();
        let slots = (entries.len() / MEAN_SEARCHED).next_power_of_two();
        let mut bucket = Self {
            starts: Vec::with_capacity(slots + 1),
            slot_bits: slots.trailing_zeros(),
            entries,
        };
        for (position, entry) in bucket.entries.iter().enumerate() {
            let slot = bucket.slot(*entry);
            let position = u32::try_from(position).unwrap_or(u32::MAX);
            while bucket.starts.len() <= slot {
                bucket.starts.push(position);
            }
        }
        let end = u32::try_from(bucket.entries.len()).unwrap_or(u32::MAX);
        bucket.starts.resize(slots + 1, end);
        bucket
    }

    fn slot(&self, hash: u128) -> usize {
        let bits = (hash << BUCKET_BITS) >> PAYLOAD_BITS;
        let bits = bits >> (u128::BITS - PAYLOAD_BITS - self.slot_bits);
        usize::try_from(bits).unwrap_or_default()
    }

    fn find(&self, hash: u128) -> Option<usize> {
        let slot = self.slot(hash);
        let place = |start: u32| usize::try_from(start).unwrap_or_default();
        let (start, end) = (place(self.starts[slot]), place(self.starts[slot + 1]));
        let of_slot = &self.entries[start..end];
        let found = of_slot.binary_search_by_key(&hash_bits(hash), |it| hash_bits(*it));
        found.ok().map(|position| start + position)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_entry_is_found_and_no_other(hashes in prop::collection::btree_set(any::<u128>(), 0..200), others in prop::collection::vec(any::<u128>(), 20)) {
            let collected = Collected::new();
            collected.add(hashes.iter().map(|hash| (*hash, entry(*hash, 7))));
            let buckets = collected.into_buckets(NonZeroUsize::new(3).unwrap(), |mut entries| {
                entries.sort_unstable();
                Bucket::new(entries)
            });
            let sorted = SortedHashes { buckets };
            for hash in &hashes {
                let place = sorted.find(*hash).unwrap();
                let found = sorted.buckets[place.bucket].entries[place.position];
                prop_assert_eq!((hash_bits(found), payload(found)), (hash_bits(*hash), 7));
            }
            for other in others {
                prop_assert!(hashes.contains(&other) || sorted.find(other).is_none());
            }
        }

        #[test]
        fn bucket_of_many_entries_finds_them(entries in prop::collection::btree_set(any::<u64>(), 1000..1200)) {
            let entries: Vec<_> = entries.into_iter().map(|it| u128::from(it) << 58).collect();
            let bucket = Bucket::new(entries.clone());
            for (position, entry) in entries.iter().enumerate() {
                prop_assert_eq!(bucket.find(*entry), Some(position));
            }
            prop_assert_eq!(bucket.find(1 << 57), None);
        }
    }
}
