//! Rows of a block that other rows refer to, as hashes.

use crate::consumer::Consumer;
use crate::part::Part;
use crate::row_hash::row_hashes;
use crate::tally::Tally;

/// The number of leading bits of a hash by which the others are found.
const BITS: u32 = 16;

/// A set of hashes, which are sorted. Of 4 million rows it takes 32 MB.
pub(crate) struct KnownRows {
    hashes: Vec<u64>,
    /// The position of the first hash for each value of the leading bits, and the number of hashes at the end.
    starts: Vec<u32>,
}

impl KnownRows {
    pub(crate) fn new(mut hashes: Vec<u64>) -> Self {
        hashes.sort_unstable();
        hashes.dedup();
        let mut starts = Vec::with_capacity((1 << BITS) + 1);
        let mut place = 0;
        for leading in 0..1_u64 << BITS {
            while hashes
                .get(place)
                .is_some_and(|it| it >> (64 - BITS) < leading)
            {
                place += 1;
            }
            starts.push(u32::try_from(place).unwrap_or(u32::MAX));
        }
        starts.push(u32::try_from(hashes.len()).unwrap_or(u32::MAX));
        Self { hashes, starts }
    }

    pub(crate) fn contains(&self, hash: u64) -> bool {
        let leading = usize::try_from(hash >> (64 - BITS)).unwrap_or_default();
        let as_usize = |place: u32| usize::try_from(place).unwrap_or_default();
        let (start, end) = (self.starts[leading], self.starts[leading + 1]);
        let near = &self.hashes[as_usize(start)..as_usize(end)];
        near.binary_search(&hash).is_ok()
    }
}

/// A consumer that keeps the hashes of rows.
pub(crate) struct Collector<'p> {
    /// The columns of each set, and the flags that rows of the set have.
    sets: &'p [Set],
    pub(crate) hashes: Vec<Vec<u64>>,
    pub(crate) tally: Tally,
}

/// The rows of a block that have a value in these columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Set {
    /// The positions of the columns, in the order in which they are hashed.
    pub(crate) columns: Vec<usize>,
    /// The positions of flags, each with its value.
    pub(crate) flags: Vec<(usize, bool)>,
}

impl<'p> Collector<'p> {
    pub(crate) fn new(sets: &'p [Set]) -> Self {
        Self {
            sets,
            hashes: vec![Vec::new(); sets.len()],
            tally: Tally::default(),
        }
    }
}

impl Consumer for Collector<'_> {
    fn tally(&mut self) -> &mut Tally {
        &mut self.tally
    }

    fn take(&mut self, part: Part, _: u64) {
        for (set, hashes) in self.sets.iter().zip(&mut self.hashes) {
            let columns: Vec<_> = set.columns.iter().map(|it| &part.columns[*it]).collect();
            for (row, hash) in row_hashes(&columns, part.rows()).into_iter().enumerate() {
                let has_flags = set
                    .flags
                    .iter()
                    .all(|(column, flag)| part.columns[*column].flag(row) == Some(*flag));
                // Rows of one unit are often together.
                if has_flags
                    && let Some(hash) = hash
                    && hashes.last() != Some(&hash)
                {
                    hashes.push(hash);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::KnownRows;

    #[test]
    fn hashes_are_found() {
        let hashes = [0, 5, 5, 1 << 48, (1 << 48) + 1, u64::MAX - 1];
        let known = KnownRows::new(hashes.to_vec());
        assert!(hashes.iter().all(|hash| known.contains(*hash)));
        assert!(
            [1, 4, 6, (1 << 48) - 1, (1 << 48) + 2, u64::MAX]
                .iter()
                .all(|it| !known.contains(*it))
        );
        assert!(!KnownRows::new(Vec::new()).contains(0));
    }
}
