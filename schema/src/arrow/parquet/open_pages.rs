//! The pages that are open at once: of each column its current page and its dictionary.
//!
//! The columns of a record batch are read side by side, so that each of them holds a page. A limit for one page alone would let a
//! block of thirty columns take thirty times as much memory.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use ::parquet::basic::Encoding;
use ::parquet::column::page::Page;

/// The number of bytes of all open pages of a file together, 256 MiB.
const MAX_OPEN_BYTES: u64 = 256 << 20;

/// The message of a file that exceeds it.
pub(super) const TOO_MANY_BYTES: &str = "the pages that have to be open at once, one of each column and its dictionary, are larger than \
     256 MiB together: write it with smaller pages or row groups, in pandas and polars with `row_group_size=100_000`, in R with \
     `chunk_size = 100000`";

/// The number of bytes of all open pages of a file.
#[derive(Clone, Default)]
pub(super) struct OpenBytes(Arc<AtomicU64>);

/// The open pages of a column in one row group. They are closed when this is dropped.
#[derive(Default)]
pub(super) struct OpenPages {
    all: OpenBytes,
    dictionary: AtomicU64,
    data: AtomicU64,
    lengths: AtomicU64,
}

impl OpenPages {
    pub(super) fn new(all: OpenBytes) -> Self {
        Self {
            all,
            dictionary: AtomicU64::new(0),
            data: AtomicU64::new(0),
            lengths: AtomicU64::new(0),
        }
    }

    /// Opens a page with this length once decompressed. It takes the place of the last page of this kind. Returns `None` if the open
    /// pages are too large together.
    pub(super) fn open(&self, is_dictionary: bool, bytes: u64) -> Option<()> {
        let part = if is_dictionary {
            &self.dictionary
        } else {
            &self.data
        };
        self.replace(part, bytes)
    }

    /// Opens the lengths of texts, which `parquet` keeps for a whole page. They are packed, so that they may take no bytes in it.
    pub(super) fn open_lengths(&self, page: &Page) -> Option<()> {
        let lengths = match page.encoding() {
            Encoding::DELTA_LENGTH_BYTE_ARRAY => 1,
            Encoding::DELTA_BYTE_ARRAY => 2,
            _ => 0,
        };
        let bytes = lengths * u64::from(page.num_values()) * size_of::<i32>() as u64;
        self.replace(&self.lengths, bytes)
    }

    fn replace(&self, part: &AtomicU64, bytes: u64) -> Option<()> {
        // Nobody reads two pages of a column at once. The numbers are atomic because page readers must be `Send`.
        let before = part.swap(bytes, Ordering::Relaxed);
        let all = &self.all.0;
        all.fetch_sub(before, Ordering::Relaxed);
        let open = all
            .fetch_add(bytes, Ordering::Relaxed)
            .saturating_add(bytes);
        (open <= MAX_OPEN_BYTES).then_some(())
    }
}

impl Drop for OpenPages {
    fn drop(&mut self) {
        for part in [&mut self.dictionary, &mut self.data, &mut self.lengths] {
            self.all.0.fetch_sub(*part.get_mut(), Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_pages_of_all_columns_are_limited_together() {
        let all = OpenBytes::default();
        let columns = [(); 3].map(|()| OpenPages::new(all.clone()));
        let half = MAX_OPEN_BYTES / 2;
        assert!(columns[0].open(false, half).is_some());
        assert!(columns[1].open(true, half).is_some());
        assert!(columns[2].open(false, 1).is_none());
        // A page takes the place of the one before it, and not that of the dictionary.
        let [first, second, third] = columns;
        assert!(second.open(true, half - 1).is_some());
        assert!(first.open(true, 1).is_none());
        drop(first);
        assert!(third.open(false, half).is_some());
        drop((second, third));
        assert_eq!(all.0.load(Ordering::Relaxed), 0);
    }
}
