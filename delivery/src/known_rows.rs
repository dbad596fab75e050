//! Rows of a block that other rows refer to, as hashes.

use std::collections::BTreeMap;

use crate::column::{Column, INVALID};
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

/// The rows of a set. A row of which a compared cell cannot be read may be the one that is demanded: it is known by its other cells.
pub(crate) struct KnownSet {
    rows: KnownRows,
    /// By the positions of the cells that can be read, among the columns of the set.
    partial: Vec<(Vec<usize>, KnownRows)>,
}

impl KnownSet {
    /// Prepares the hashes of one or more collectors.
    pub(crate) fn new(hashes: Hashes) -> Self {
        let partial = hashes.partial.into_iter();
        Self {
            rows: KnownRows::new(hashes.rows),
            partial: partial
                .map(|(cells, hashes)| (cells, KnownRows::new(hashes)))
                .collect(),
        }
    }

    pub(crate) fn contains(&self, hash: u64) -> bool {
        self.rows.contains(hash)
    }

    /// Returns for each row true if a row of which a cell cannot be read may be equal to it. `columns` are those that are compared.
    pub(crate) fn may_contain(&self, columns: &[&Column], rows: usize) -> Vec<bool> {
        let mut may_contain = vec![false; rows];
        for (cells, known) in &self.partial {
            let columns: Vec<_> = cells.iter().map(|cell| columns[*cell]).collect();
            for (may_contain, hash) in may_contain.iter_mut().zip(row_hashes(&columns, rows)) {
                *may_contain |= hash.is_some_and(|hash| known.contains(hash));
            }
        }
        may_contain
    }
}

/// The hashes of the rows of a set.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hashes {
    rows: Vec<u64>,
    /// Those of rows with a cell that cannot be read, by the positions of the others among the columns of the set.
    partial: BTreeMap<Vec<usize>, Vec<u64>>,
}

impl Hashes {
    pub(crate) fn merge(&mut self, other: Self) {
        self.rows.extend(other.rows);
        for (cells, hashes) in other.partial {
            self.partial.entry(cells).or_default().extend(hashes);
        }
    }
}

/// A consumer that keeps the hashes of rows.
pub(crate) struct Collector<'p> {
    /// The columns of each set, and the flags that rows of the set have.
    sets: &'p [Set],
    pub(crate) hashes: Vec<Hashes>,
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
            hashes: vec![Hashes::default(); sets.len()],
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
            // A flag that cannot be read may be the right one.
            let has_flags = |row: usize| {
                set.flags.iter().all(|(column, flag)| {
                    let column = &part.columns[*column];
                    column.states[row] == INVALID || column.flag(row) == Some(*flag)
                })
            };
            for (row, hash) in row_hashes(&columns, part.rows()).into_iter().enumerate() {
                // Rows of one unit are often together.
                if has_flags(row)
                    && let Some(hash) = hash
                    && hashes.rows.last() != Some(&hash)
                {
                    hashes.rows.push(hash);
                }
            }
            hashes.add_partial(&columns, part.rows(), has_flags);
        }
    }
}

impl Hashes {
    /// Adds the rows of which some of the cells cannot be read.
    fn add_partial(&mut self, columns: &[&Column], rows: usize, is_of_set: impl Fn(usize) -> bool) {
        let has_invalid = |column: &&Column| column.states.contains(&INVALID);
        if !columns.iter().any(has_invalid) {
            return;
        }
        for row in (0..rows).filter(|row| is_of_set(*row)) {
            let cells = (0..columns.len()).filter(|it| columns[*it].states[row] != INVALID);
            let cells: Vec<_> = cells.collect();
            // A row of which no cell can be read says nothing about any other.
            if cells.is_empty() || cells.len() == columns.len() {
                continue;
            }
            self.partial.entry(cells).or_default();
        }
        for (cells, hashes) in &mut self.partial {
            let readable: Vec<_> = cells.iter().map(|cell| columns[*cell]).collect();
            let of_rows = row_hashes(&readable, rows).into_iter().enumerate();
            hashes.extend(of_rows.filter_map(|(row, hash)| {
                let mut others = (0..columns.len()).filter(|it| !cells.contains(it));
                let is_partial = others.all(|it| columns[it].states[row] == INVALID);
                hash.filter(|_| is_partial && is_of_set(row))
            }));
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
