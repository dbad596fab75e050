//! What a page says of its levels and texts, held against what its bytes can say.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use ::parquet::basic::{Encoding, Type};
use ::parquet::column::page::Page;
use ::parquet::errors::{ParquetError, Result};
use ::parquet::schema::types::ColumnDescriptor;

use super::deltas::{lengths, take};
use super::thrift::number;

/// The values that lists of one row after the other may have on average.
const LISTED: u64 = 4096;

/// How many more those of a few rows may have.
const LISTED_AT_ONCE: u64 = 1 << 24;

/// The most texts of a page that says how long each is without a byte for each.
const MOST_TEXTS: u32 = 1 << 24;

/// The most bytes of a text that many rows may share; no code has as many.
const LONGEST_TEXT: u32 = 64;

/// What is left of the values that the lists of a column may have: each row brings some, each value takes one.
#[derive(Clone)]
pub(super) struct Credit(Arc<AtomicU64>);

impl Credit {
    pub(super) fn new() -> Self {
        Self(Arc::new(AtomicU64::new(LISTED_AT_ONCE)))
    }
}

/// What is looked at in the pages of a column.
pub(super) struct Check {
    /// Whether there are lists.
    repeated: bool,
    /// Whether there are levels that say where a value is.
    defined: bool,
    /// Whether the values are texts.
    texts: bool,
    credit: Credit,
}

impl Check {
    pub(super) fn of(column: &ColumnDescriptor, credit: Credit) -> Self {
        Self {
            repeated: column.max_rep_level() > 0,
            defined: column.max_def_level() > 0,
            texts: column.physical_type() == Type::BYTE_ARRAY,
            credit,
        }
    }

    /// # Errors
    /// If it says more than its bytes can hold.
    pub(super) fn page(&self, page: &Page) -> Result<()> {
        let parts = self.parts(page);
        let (repetition, values) =
            parts.ok_or_else(|| damaged("a page is shorter than its levels"))?;
        self.lists(repetition, page.num_values().into())?;
        match (page, page.encoding()) {
            (Page::DictionaryPage { .. }, _) if self.texts => texts(values),
            (_, Encoding::DELTA_LENGTH_BYTE_ARRAY) => {
                lengths_of(&mut { values }, page.num_values()).map(drop)
            }
            (_, Encoding::DELTA_BYTE_ARRAY) => shared(values, page.num_values()),
            _ => Ok(()),
        }
    }

    /// The levels of lists in a page, and its values.
    fn parts<'a>(&self, page: &'a Page) -> Option<(&'a [u8], &'a [u8])> {
        let bytes: &[u8] = page.buffer();
        match page {
            Page::DictionaryPage { .. } => Some((&[], bytes)),
            &Page::DataPageV2 {
                rep_levels_byte_len,
                def_levels_byte_len,
                ..
            } => {
                let (repetition, rest) = bytes.split_at_checked(rep_levels_byte_len as usize)?;
                Some((repetition, rest.get(def_levels_byte_len as usize..)?))
            }
            &Page::DataPage {
                rep_level_encoding,
                def_level_encoding,
                ..
            } => {
                let (repetition, rest) = levels(self.repeated, rep_level_encoding, bytes)?;
                let (_, values) = levels(self.defined, def_level_encoding, rest)?;
                Some((repetition, values))
            }
        }
    }

    /// Goes through the levels of lists: runs of one level, or groups of eight in a byte. A row starts at 0, and each value
    /// of a list behind its first is a 1. `left` says how many of the levels there are.
    fn lists(&self, mut levels: &[u8], mut left: u64) -> Result<()> {
        let mut credit = self.credit.0.load(Ordering::Relaxed);
        let mut go = |rows: u64, more: u64| -> Result<()> {
            let rest = credit.checked_sub(more);
            let rest =
                rest.ok_or_else(|| damaged("lists are too long: more than 4096 values a row"))?;
            let brought = rows.saturating_mul(LISTED);
            credit = rest.saturating_add(brought).min(LISTED_AT_ONCE);
            Ok(())
        };
        while left > 0
            && let Some(run) = number(&mut levels)
        {
            let length = run >> 1;
            if run & 1 == 0 {
                let length = length.min(left);
                left -= length;
                match take(&mut levels, 1) {
                    Some([0]) => go(length, 0)?,
                    _ => go(0, length)?,
                }
                continue;
            }
            let groups = usize::try_from(length).unwrap_or(usize::MAX);
            let groups = groups.min(levels.len());
            let groups = take(&mut levels, groups);
            for group in groups.unwrap_or_default() {
                let count = left.min(8);
                left -= count;
                let ones = u64::from((u16::from(*group) & ((1 << count) - 1)).count_ones());
                go(count - ones, ones)?;
            }
        }
        self.credit.0.store(credit, Ordering::Relaxed);
        Ok(())
    }
}

/// The levels in front of a page, if it has them, and what stands behind. They have been run lengths since 2013.
fn levels(has: bool, encoding: Encoding, mut bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    match encoding {
        _ if !has => Some((&[], bytes)),
        Encoding::RLE => {
            let length = u32::from_le_bytes(take(&mut bytes, 4)?.try_into().ok()?);
            bytes.split_at_checked(length as usize)
        }
        _ => None,
    }
}

/// The texts of a dictionary.
fn texts(mut dictionary: &[u8]) -> Result<()> {
    while let Some(Ok(length)) = take(&mut dictionary, 4).map(TryInto::try_into) {
        let length = u32::from_le_bytes(length);
        if length > LONGEST_TEXT {
            return Err(damaged("a dictionary has a text of more than 64 bytes"));
        }
        let _ = take(&mut dictionary, length as usize);
    }
    Ok(())
}

/// Texts as how many bytes each has of the one before, and how many more.
fn shared(mut values: &[u8], count: u32) -> Result<()> {
    let (before, more) = (
        lengths_of(&mut values, count)?,
        lengths_of(&mut values, count)?,
    );
    let longest = before
        .iter()
        .zip(more)
        .map(|(before, more)| before.saturating_add(more))
        .max();
    if longest.is_some_and(|length| length.unsigned_abs() > LONGEST_TEXT) {
        return Err(damaged("texts share more than 64 bytes"));
    }
    Ok(())
}

fn lengths_of(values: &mut &[u8], count: u32) -> Result<Vec<i32>> {
    let lengths = lengths(values, count.min(MOST_TEXTS).into());
    lengths.ok_or_else(|| damaged("a page has not as many texts as it says"))
}

pub(super) fn damaged(what: &str) -> ParquetError {
    ParquetError::General(what.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(repeated: bool) -> Check {
        Check {
            repeated,
            defined: false,
            texts: true,
            credit: Credit::new(),
        }
    }

    fn page(encoding: Encoding, num_values: u32, bytes: &[u8]) -> Page {
        Page::DataPage {
            buf: bytes.to_vec().into(),
            num_values,
            encoding,
            def_level_encoding: Encoding::RLE,
            rep_level_encoding: Encoding::RLE,
            statistics: None,
        }
    }

    fn message(result: Result<()>) -> String {
        result.unwrap_err().to_string()
    }

    #[test]
    fn more_texts_than_values_are_refused() {
        let delta = Encoding::DELTA_LENGTH_BYTE_ARRAY;
        // Lengths of 1.
        let lengths = |count: &[u8]| {
            let rest = [2, 0, 0, 0, 0, 0];
            [&[0x80, 1, 4], count, rest.as_slice()].concat()
        };
        assert!(check(false).page(&page(delta, 5, &lengths(&[5]))).is_ok());
        let hostile = page(delta, 5, &lengths(&[0xFF, 0xFF, 0xFF, 0xFF, 0x0F]));
        let error = "Parquet error: a page has not as many texts as it says";
        assert_eq!(message(check(false).page(&hostile)), error);
        // As many as the page says, all of one length: in blocks of so many that they take no bytes.
        let many = [
            0x80, 0x80, 0x80, 0x80, 8, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0, 0, 0, 0,
        ];
        let hostile = page(delta, u32::MAX, &many);
        assert_eq!(message(check(false).page(&hostile)), error);
    }

    #[test]
    fn texts_that_take_their_bytes_from_the_one_before_are_short() {
        // Each has all of the one before, and this many bytes more.
        let texts = |more: u8| {
            let before = [0x80, 1, 4, 3, 0, more * 2, 0, 0, 0, 0];
            let more = [0x80, 1, 4, 3, more * 2, 0, 0, 0, 0, 0];
            page(Encoding::DELTA_BYTE_ARRAY, 3, &[before, more].concat())
        };
        assert!(check(false).page(&texts(21)).is_ok());
        assert_eq!(
            message(check(false).page(&texts(22))),
            "Parquet error: texts share more than 64 bytes"
        );
    }

    #[test]
    fn a_text_that_every_row_could_repeat_is_short() {
        let dictionary = |length: u8| Page::DictionaryPage {
            buf: [&[1, 0, 0, 0, b'a', length, 0, 0, 0], [b'b'; 65].as_slice()]
                .concat()
                .into(),
            num_values: 2,
            encoding: Encoding::PLAIN,
            is_sorted: false,
        };
        assert!(check(false).page(&dictionary(64)).is_ok());
        assert_eq!(
            message(check(false).page(&dictionary(65))),
            "Parquet error: a dictionary has a text of more than 64 bytes"
        );
    }

    #[test]
    fn lists_take_no_more_than_their_rows_bring() {
        /// Levels in front of a page, with their length.
        fn levels(runs: &[(u32, u8)]) -> Vec<u8> {
            let mut bytes = Vec::new();
            for (length, level) in runs {
                let mut run = length << 1;
                while run > 0x7F {
                    bytes.push(run.to_le_bytes()[0] | 0x80);
                    run >>= 7;
                }
                bytes.extend([run.to_le_bytes()[0], *level]);
            }
            let length = u32::try_from(bytes.len()).unwrap();
            [&length.to_le_bytes(), bytes.as_slice()].concat()
        }
        let most = 1 << 24;
        let lists = |runs: &[(u32, u8)], count| page(Encoding::PLAIN, count, &levels(runs));
        let once = lists(&[(1, 0), (most, 1)], most + 1);
        let column = check(true);
        assert!(column.page(&once).is_ok());
        // Whatever comes of it: what is behind the last level counts for nothing, and neither does the next row group.
        let next = lists(&[(2, 1), (most, 0)], 2);
        assert_eq!(
            message(column.page(&next)),
            "Parquet error: lists are too long: more than 4096 values a row"
        );
        let column = check(true);
        for _ in 0..3 {
            let page = lists(&[(most / 4096, 0), (most, 1)], most + most / 4096);
            assert!(column.page(&page).is_ok());
        }
        // Groups of eight: a row of eight values, and eight rows.
        let groups = page(Encoding::PLAIN, 16, &[3, 0, 0, 0, 5, 0xFE, 0x00]);
        assert!(check(true).page(&groups).is_ok());
        let cut = page(Encoding::PLAIN, 16, &[3, 0, 0, 0, 5]);
        assert_eq!(
            message(check(true).page(&cut)),
            "Parquet error: a page is shorter than its levels"
        );
    }
}
