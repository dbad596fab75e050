//! Limits of a page: what it says about its levels and texts, compared with what its bytes can hold.
//!
//! Run lengths and dictionaries let a few bytes stand for any number of values. That is sound for numbers, of which each value
//! takes a few bytes in memory; the number of rows of a record batch limits them. It is not for lists and texts:
//!
//! - A run of repetition levels of five bytes can say that one row has a list of 2^32 values. The lists of all columns together
//!   may therefore have 4,096 values for each row that was read, and 2^24 in advance, so that a few rows may have more. Each
//!   column has an equal share of both, its [`ListBudget`].
//! - A text of a dictionary is stored once, and copied for each row that uses it. A text therefore has at most 64 bytes; no
//!   code has more than 32.
//! - In `DELTA_BYTE_ARRAY`, each text repeats a part of the one before it. The same limit applies.
//! - In both delta encodings, the lengths of texts are packed so that any number of them takes no bytes. The decoder of
//!   `parquet` allocates for as many as the encoding says, so it must not say more than the page.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use ::parquet::basic::Encoding;
use ::parquet::column::page::Page;
use ::parquet::errors::Result;
use ::parquet::schema::types::ColumnDescriptor;

use super::damaged;
use super::delta_lengths::take_lengths;
use super::runs::{bits_of, read_runs};
use super::value_form::ValueForm;
use super::varint::take_bytes;

/// The list values that each row adds to the budgets of all columns together.
const LIST_VALUES_PER_ROW: u64 = 4096;

/// The budgets of all columns together at their start, and their maximum.
const MAX_LIST_BUDGET: u64 = 1 << 24;

/// The maximum number of texts of a page whose lengths are delta-encoded.
const MAX_DELTA_TEXTS: u32 = 1 << 24;

/// The maximum length of a text that many rows may share.
const MAX_TEXT_BYTES: u32 = 64;

/// The number of values that the lists of a column may still have, in all of its row groups.
#[derive(Clone)]
pub(super) struct ListBudget {
    values: Arc<AtomicU64>,
    max: u64,
    per_row: u64,
}

impl ListBudget {
    /// The share of a column of so many with lists.
    pub(super) fn of_columns(columns: usize) -> Self {
        let columns = (columns as u64).max(1);
        let max = MAX_LIST_BUDGET / columns;
        Self {
            values: Arc::new(AtomicU64::new(max)),
            max,
            per_row: LIST_VALUES_PER_ROW / columns,
        }
    }
}

/// The parts of a page.
struct Parts<'a> {
    repetition: &'a [u8],
    definition: &'a [u8],
    values: &'a [u8],
}

/// The limits of the pages of a column.
pub(super) struct PageLimits {
    /// The largest repetition level: 0 if the column has no lists.
    max_repetition: i16,
    /// The largest definition level, that of a value: 0 if the column has neither nulls nor lists.
    max_definition: i16,
    values: ValueForm,
    budget: ListBudget,
}

impl PageLimits {
    pub(super) fn of_column(column: &ColumnDescriptor, budget: ListBudget) -> Self {
        Self {
            max_repetition: column.max_rep_level(),
            max_definition: column.max_def_level(),
            values: ValueForm::of_column(column),
            budget,
        }
    }

    /// Validates a page.
    ///
    /// # Errors
    /// If the page exceeds a limit, or says more than its bytes can hold.
    pub(super) fn validate(&mut self, page: &Page) -> Result<()> {
        let parts = self
            .parts(page)
            .ok_or_else(|| damaged("a page is shorter than its levels"))?;
        let values = parts.values;
        if let Page::DictionaryPage { num_values, .. } = page {
            self.values.validate_dictionary(values, *num_values)?;
            return if self.values.is_text() {
                validate_dictionary(values, *num_values)
            } else {
                Ok(())
            };
        }
        let present = self.count_values(&parts, page.num_values())?;
        self.values.validate(page.encoding(), values, present)?;
        match page.encoding() {
            Encoding::DELTA_LENGTH_BYTE_ARRAY => {
                take_text_lengths(&mut { values }, page.num_values()).map(drop)
            }
            Encoding::DELTA_BYTE_ARRAY => validate_prefixes(values, page.num_values()),
            _ => Ok(()),
        }
    }

    /// Returns the parts of a page; `None` if its levels are longer than the page.
    fn parts<'a>(&self, page: &'a Page) -> Option<Parts<'a>> {
        let bytes: &[u8] = page.buffer();
        match page {
            Page::DictionaryPage { .. } => Some(Parts {
                repetition: &[],
                definition: &[],
                values: bytes,
            }),
            &Page::DataPageV2 {
                rep_levels_byte_len,
                def_levels_byte_len,
                ..
            } => {
                let (repetition, rest) = bytes.split_at_checked(rep_levels_byte_len as usize)?;
                let (definition, values) = rest.split_at_checked(def_levels_byte_len as usize)?;
                Some(Parts {
                    repetition,
                    definition,
                    values,
                })
            }
            &Page::DataPage {
                rep_level_encoding,
                def_level_encoding,
                ..
            } => {
                let (repetition, rest) =
                    split_levels(self.max_repetition > 0, rep_level_encoding, bytes)?;
                let (definition, values) =
                    split_levels(self.max_definition > 0, def_level_encoding, rest)?;
                Some(Parts {
                    repetition,
                    definition,
                    values,
                })
            }
        }
    }

    /// Counts the values that are not null among the levels of a page, and updates the budget.
    ///
    /// # Errors
    /// If there are fewer levels than the page has, a level is larger than those of the column, or its lists are too long.
    fn count_values(&self, parts: &Parts<'_>, levels: u32) -> Result<u64> {
        let malformed = || damaged("a page has other levels than its values");
        if self.max_repetition > 0 {
            self.spend_budget(parts.repetition, levels)?
                .ok_or_else(malformed)?;
        }
        if self.max_definition == 0 {
            return Ok(levels.into());
        }
        let mut present = 0;
        let is_value = u32::from(self.max_definition.unsigned_abs());
        read_levels(
            parts.definition,
            self.max_definition,
            levels,
            &mut |level, count| {
                present += if level == is_value { count } else { 0 };
            },
        )
        .map(|()| present)
        .ok_or_else(malformed)
    }

    /// Reads the repetition levels of a page, and updates the budget: a level 0 begins a row, any other is one more value of its
    /// list. Returns `None` if the levels are not valid.
    ///
    /// # Errors
    /// If the lists have more values than the budget allows, also if a later level is not valid.
    fn spend_budget(&self, repetition: &[u8], levels: u32) -> Result<Option<()>> {
        // Nobody reads two pages of a column at once. The number is atomic because page readers must be `Send`.
        let ListBudget {
            values,
            max,
            per_row,
        } = &self.budget;
        let mut budget = Some(values.load(Ordering::Relaxed));
        let read = read_levels(
            repetition,
            self.max_repetition,
            levels,
            &mut |level, count| {
                budget = budget.and_then(|budget| match level {
                    0 => {
                        let added = count.saturating_mul(*per_row);
                        Some(budget.saturating_add(added).min(*max))
                    }
                    _ => budget.checked_sub(count),
                });
            },
        );
        let budget = budget.ok_or_else(|| {
            damaged("lists are too long: more than 4096 values a row, in all columns together")
        })?;
        values.store(budget, Ordering::Relaxed);
        Ok(read)
    }
}

/// Reads the levels of a page; `None` if there are fewer, or one is larger than `max`.
fn read_levels(
    bytes: &[u8],
    max: i16,
    levels: u32,
    on_run: &mut dyn FnMut(u32, u64),
) -> Option<()> {
    let max = u32::from(max.unsigned_abs());
    let mut is_valid = true;
    read_runs(bytes, bits_of(max), levels.into(), &mut |level, count| {
        is_valid &= level <= max;
        on_run(level, count);
    })?;
    is_valid.then_some(())
}

/// Splits the levels, if the page has them, from what follows. Since 2013, levels are always runs (`RLE`), with their length.
fn split_levels(has_levels: bool, encoding: Encoding, mut bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    match encoding {
        _ if !has_levels => Some((&[], bytes)),
        Encoding::RLE => {
            let length = u32::from_le_bytes(take_bytes(&mut bytes, 4)?.try_into().ok()?);
            bytes.split_at_checked(length as usize)
        }
        // Levels in the old encoding `BIT_PACKED`: no length precedes them, and no writer of the last decade uses it.
        _ => None,
    }
}

/// Validates the texts of a dictionary, each of which follows its length. What is left after the last one is not a text: pyarrow
/// writes such bytes after a dictionary in which a text was repeated.
fn validate_dictionary(mut dictionary: &[u8], count: u32) -> Result<()> {
    for _ in 0..count {
        let length = take_bytes(&mut dictionary, 4).and_then(|bytes| bytes.try_into().ok());
        let length = length.map(u32::from_le_bytes);
        if length.is_some_and(|length| length > MAX_TEXT_BYTES) {
            return Err(damaged("a dictionary has a text of more than 64 bytes"));
        }
        let text = length.and_then(|length| take_bytes(&mut dictionary, length as usize));
        if text.is_none() {
            return Err(damaged("a dictionary has fewer values than it says"));
        }
    }
    Ok(())
}

/// Validates texts that are written as the number of bytes that each shares with the one before it, and the other bytes.
fn validate_prefixes(mut values: &[u8], count: u32) -> Result<()> {
    let prefixes = take_text_lengths(&mut values, count)?;
    let suffixes = take_text_lengths(&mut values, count)?;
    let max_length = (prefixes.iter().zip(suffixes))
        // `prefix` is the length that a text shares with the one before, so that the sum is the length of the text.
        .map(|(prefix, suffix)| prefix.saturating_add(suffix))
        .max();
    if max_length.is_some_and(|length| length.unsigned_abs() > MAX_TEXT_BYTES) {
        return Err(damaged("texts share more than 64 bytes"));
    }
    Ok(())
}

fn take_text_lengths(values: &mut &[u8], count: u32) -> Result<Vec<i32>> {
    let lengths = take_lengths(values, count.min(MAX_DELTA_TEXTS).into());
    lengths.ok_or_else(|| damaged("a page has fewer texts than it says"))
}

#[cfg(test)]
mod tests {
    use ::parquet::basic::Type;

    use super::*;

    fn limits(has_repetition: bool) -> PageLimits {
        PageLimits {
            max_repetition: has_repetition.into(),
            max_definition: 0,
            values: ValueForm::new(Type::BYTE_ARRAY, -1),
            budget: ListBudget::of_columns(1),
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
    fn more_texts_than_values_are_rejected() {
        let delta = Encoding::DELTA_LENGTH_BYTE_ARRAY;
        // Lengths of 1.
        let lengths = |count: &[u8]| {
            let rest = [2, 0, 0, 0, 0, 0];
            [&[0x80, 1, 4], count, rest.as_slice()].concat()
        };
        assert!(
            limits(false)
                .validate(&page(delta, 5, &lengths(&[5])))
                .is_ok()
        );
        let hostile = page(delta, 5, &lengths(&[0xFF, 0xFF, 0xFF, 0xFF, 0x0F]));
        let error = "Parquet error: a page has fewer texts than it says";
        assert_eq!(message(limits(false).validate(&hostile)), error);
        // As many texts as the page says, all of one length, in blocks so large that they take no bytes.
        let many = [
            0x80, 0x80, 0x80, 0x80, 8, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0, 0, 0, 0,
        ];
        let hostile = page(delta, u32::MAX, &many);
        assert_eq!(message(limits(false).validate(&hostile)), error);
    }

    #[test]
    fn texts_with_long_prefixes_are_rejected() {
        // Each text has all bytes of the one before, and this many more.
        let texts = |more: u8| {
            let before = [0x80, 1, 4, 3, 0, more * 2, 0, 0, 0, 0];
            let more = [0x80, 1, 4, 3, more * 2, 0, 0, 0, 0, 0];
            page(Encoding::DELTA_BYTE_ARRAY, 3, &[before, more].concat())
        };
        assert!(limits(false).validate(&texts(21)).is_ok());
        assert_eq!(
            message(limits(false).validate(&texts(22))),
            "Parquet error: texts share more than 64 bytes"
        );
    }

    #[test]
    fn long_text_in_a_dictionary_is_rejected() {
        let dictionary = |length: u8| Page::DictionaryPage {
            buf: [&[1, 0, 0, 0, b'a', length, 0, 0, 0], [b'b'; 65].as_slice()]
                .concat()
                .into(),
            num_values: 2,
            encoding: Encoding::PLAIN,
            is_sorted: false,
        };
        assert!(limits(false).validate(&dictionary(64)).is_ok());
        assert_eq!(
            message(limits(false).validate(&dictionary(65))),
            "Parquet error: a dictionary has a text of more than 64 bytes"
        );
    }

    #[test]
    fn bytes_after_the_last_text_of_a_dictionary_are_left_out() {
        let dictionary = |num_values| Page::DictionaryPage {
            buf: [&[1, 0, 0, 0, b'a', 1, 0, 0, 0, b'b'], [0xFF; 9].as_slice()]
                .concat()
                .into(),
            num_values,
            encoding: Encoding::PLAIN,
            is_sorted: false,
        };
        assert!(limits(false).validate(&dictionary(1)).is_ok());
        assert!(limits(false).validate(&dictionary(2)).is_ok());
        assert_eq!(
            message(limits(false).validate(&dictionary(3))),
            "Parquet error: a dictionary has a text of more than 64 bytes"
        );
    }

    #[test]
    fn lists_beyond_the_budget_are_rejected() {
        /// The levels of a page, with their length.
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
        /// Updates the budget by the levels of a page.
        fn spend(limits: &PageLimits, page: &Page) -> Result<()> {
            let parts = limits.parts(page);
            let parts = parts.ok_or_else(|| damaged("a page is shorter than its levels"))?;
            limits
                .spend_budget(parts.repetition, page.num_values())
                .map(drop)
        }
        let max = 1 << 24;
        let lists = |runs: &[(u32, u8)], count| page(Encoding::PLAIN, count, &levels(runs));
        let once = lists(&[(1, 0), (max, 1)], max + 1);
        let column = limits(true);
        assert!(spend(&column, &once).is_ok());
        // Runs after the last level do not count, and neither does a new row group.
        let next = lists(&[(2, 1), (max, 0)], 2);
        assert_eq!(
            message(spend(&column, &next)),
            "Parquet error: lists are too long: more than 4096 values a row, in all columns together"
        );
        let column = limits(true);
        for _ in 0..3 {
            let page = lists(&[(max / 4096, 0), (max, 1)], max + max / 4096);
            assert!(spend(&column, &page).is_ok());
        }
        // Bytes of eight levels: a row of eight values, and eight rows.
        let groups = page(Encoding::PLAIN, 16, &[3, 0, 0, 0, 5, 0xFE, 0x00]);
        assert!(spend(&limits(true), &groups).is_ok());
        let cut = page(Encoding::PLAIN, 16, &[3, 0, 0, 0, 5]);
        assert_eq!(
            message(spend(&limits(true), &cut)),
            "Parquet error: a page is shorter than its levels"
        );
    }
}
