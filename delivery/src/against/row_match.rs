//! The rows of two deliveries of a block without a known key, matched by all of their columns.
//!
//! Rows that are equal are counted: of three equal rows of the old delivery and two of the new one, one is gone.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use super::row_hashes::{
    Bucket, Collected, EntryPlace, SortedHashes, entry, hash_bits, hashes_of, payload,
};
use crate::part::Part;

/// The rows of the old delivery, while it is read.
pub(super) struct OldRows {
    columns: Vec<usize>,
    rows: Collected<u128>,
}

impl OldRows {
    pub(super) fn new(columns: Vec<usize>) -> Self {
        Self {
            columns,
            rows: Collected::new(),
        }
    }

    /// Adds the rows of a part of the old delivery.
    pub(super) fn add(&self, part: &Part) {
        let hashes = hashes_of(part, &self.columns, false).into_iter().flatten();
        self.rows.add(hashes.map(|hash| (hash, entry(hash, 1))));
    }

    /// Sorts the rows, and counts those that are equal.
    pub(super) fn finish(self, threads: NonZeroUsize) -> RowMatch {
        let buckets = self.rows.into_buckets(threads, |mut entries| {
            entries.sort_unstable();
            let mut kept = 0;
            for place in 0..entries.len() {
                if kept > 0 && hash_bits(entries[kept - 1]) == hash_bits(entries[place]) {
                    let count = payload(entries[kept - 1]).saturating_add(1);
                    entries[kept - 1] = entry(entries[kept - 1], count);
                } else {
                    entries[kept] = entries[place];
                    kept += 1;
                }
            }
            entries.truncate(kept);
            let seen: Vec<_> = entries.iter().map(|_| AtomicU32::new(0)).collect();
            (Bucket::new(entries), seen)
        });
        let (buckets, seen) = buckets.into_iter().unzip();
        RowMatch {
            columns: self.columns,
            old: SortedHashes { buckets },
            seen,
            added: AtomicU64::new(0),
        }
    }
}

/// The rows of the old delivery, each with the number of equal ones in the new one.
pub(super) struct RowMatch {
    columns: Vec<usize>,
    old: SortedHashes,
    seen: Vec<Vec<AtomicU32>>,
    /// The number of rows that the old delivery does not have at all.
    added: AtomicU64,
}

/// The numbers of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RowCounts {
    pub(super) gone: u64,
    pub(super) added: u64,
    pub(super) unchanged: u64,
}

impl RowMatch {
    /// Looks up the rows of a part of the new delivery.
    pub(super) fn add(&self, part: &Part) {
        let mut added = 0;
        for hash in hashes_of(part, &self.columns, false).into_iter().flatten() {
            match self.old.find(hash) {
                Some(EntryPlace { bucket, position }) => {
                    self.seen[bucket][position].fetch_add(1, Ordering::Relaxed);
                }
                None => added += 1,
            }
        }
        self.added.fetch_add(added, Ordering::Relaxed);
    }

    /// Counts the rows.
    pub(super) fn finish(self) -> RowCounts {
        let mut counts = RowCounts {
            added: self.added.into_inner(),
            ..RowCounts::default()
        };
        for (bucket, seen) in self.old.buckets.into_iter().zip(self.seen) {
            for (entry, seen) in bucket.entries.into_iter().zip(seen) {
                let (old, new) = (payload(entry), seen.into_inner());
                counts.gone += u64::from(old.saturating_sub(new));
                counts.added += u64::from(new.saturating_sub(old));
                counts.unchanged += u64::from(old.min(new));
            }
        }
        counts
    }
}
