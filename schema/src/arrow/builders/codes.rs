//! Columns of codes, as keys of an Arrow dictionary.
//!
//! The key of a code of a closed list is its position in the list. The key of any other code is the order in which the
//! codes of the column first occurred. The column never hashes a text: a code is eight bytes, which are one number.

use std::mem::take;
use std::sync::Arc;

use arrow_array::types::{ArrowDictionaryKeyType, UInt8Type, UInt16Type};
use arrow_array::{ArrayRef, DictionaryArray, PrimitiveArray, StringArray};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;
// Not the `HashMap` of std: every code that is not in `CodeBuilder::recent` is looked up, which takes about 3 ns here and 20 ns
// there. arrow-rs depends on hashbrown too.
use hashbrown::HashMap;

use crate::describe::CodeList;
use crate::value::column::{ClosedList, ColumnBuilder, ColumnErrorKind, ColumnPlan};
use crate::value::stored::{Positioned, Texted};
use crate::value::{CodeText, ValueError};

/// Builds a column of enums of codes, which know their position in the closed list.
pub struct PositionBuilder {
    keys: Vec<u8>,
    dictionary: ArrayRef,
}

impl<S: Positioned> ColumnBuilder<S> for PositionBuilder {
    fn new(plan: &ColumnPlan) -> Self {
        let list = plan.closed_list.as_ref();
        let list = list.expect("the derive rejects an enum whose list is not closed");
        Self {
            keys: Vec::new(),
            dictionary: list.array.clone(),
        }
    }

    fn reserve(&mut self, additional: usize) {
        self.keys.reserve(additional);
    }

    fn extend<'a>(&mut self, values: impl Iterator<Item = Option<&'a S>>)
    where
        S: 'a,
    {
        self.keys
            .extend(values.map(|value| value.map(Positioned::position).unwrap_or_default()));
    }

    fn finish(&mut self, nulls: Option<NullBuffer>) -> Result<ArrayRef, ColumnErrorKind> {
        let keys = take(&mut self.keys);
        Ok(dictionary_array::<UInt8Type>(
            keys,
            nulls,
            self.dictionary.clone(),
        ))
    }
}

/// A dictionary array. Every key must be that of a value.
fn dictionary_array<K: ArrowDictionaryKeyType>(
    keys: Vec<K::Native>,
    nulls: Option<NullBuffer>,
    values: ArrayRef,
) -> ArrayRef {
    let keys = PrimitiveArray::<K>::new(keys.into(), nulls);
    Arc::new(DictionaryArray::new(keys, values))
}

/// Builds a column of the texts of codes, each of which it stores once.
///
/// The dictionary only grows at its end, from batch to batch, so that an Arrow file can store it as additions.
pub struct CodeBuilder {
    keys: Vec<u16>,
    known: HashMap<u64, u16>,
    /// The keys of texts that were looked up lately: most columns repeat a handful of codes.
    recent: [(u64, u16); 1 << RECENT_BITS],
    /// True if the keys of the column have 8 bits instead of 16.
    has_byte_keys: bool,
    distinct: Vec<CodeText>,
    /// The dictionary as an Arrow array. It lacks the codes that were found since the last batch.
    dictionary: ArrayRef,
    closed_list: Option<Arc<ClosedList>>,
    /// The list, if its codes have a form.
    formed_list: Option<&'static CodeList>,
    error: Option<ColumnErrorKind>,
}

/// The binary logarithm of the number of recent texts.
const RECENT_BITS: u32 = 6;

/// The maximum number of codes in a column: keys have 16 bits.
const MAX_CODES: usize = 1 << u16::BITS;

impl CodeBuilder {
    /// Returns the key of the text in row `row`.
    #[inline]
    fn key_of(&mut self, text: CodeText, row: usize) -> u16 {
        let word = text.word();
        // Multiplied by the golden ratio as a fraction of 2^64, words that differ in a bit or two get different places.
        let place = word.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - RECENT_BITS);
        // A cache with one entry for each place: a collision only means a look-up in `known`.
        let recent = &mut self.recent[place as usize];
        if recent.0 == word {
            return recent.1;
        }
        match self.known.get(&word) {
            Some(key) => {
                *recent = (word, *key);
                *key
            }
            None => self.key_of_new(text, row),
        }
    }

    /// Returns the key of a text that the column has not had yet: of an open list a new key. Of a closed list, or if
    /// the text does not have the form of the codes, an error,
    /// which [`finish`](ColumnBuilder::finish) returns.
    #[cold]
    fn key_of_new(&mut self, text: CodeText, row: usize) -> u16 {
        // The key of a new code is the number of codes so far, which ends with the 16 bits of a key.
        if let Some(list) = self.formed_list
            && let Some(form) = list.required_form()
            && !form.accepts(text.as_str())
        {
            self.report_invalid(row, || ValueError::code_form(list, form));
            return 0;
        }
        match (&self.closed_list, u16::try_from(self.distinct.len())) {
            (None, Ok(key)) => {
                self.distinct.push(text);
                self.known.insert(text.word(), key);
                return key;
            }
            (None, Err(_)) => {
                self.error.get_or_insert(ColumnErrorKind::TooManyCodes {
                    row,
                    max: MAX_CODES,
                });
            }
            (Some(closed), _) => {
                let list = closed.list;
                self.report_invalid(row, || ValueError::unknown_code(list));
            }
        }
        // The key does not matter: `finish` returns the error and builds no array.
        0
    }

    /// Adds an invalid value to the error of the column.
    fn report_invalid(&mut self, row: usize, error: impl FnOnce() -> ValueError) {
        match &mut self.error {
            Some(ColumnErrorKind::InvalidValue { count, .. }) => *count += 1,
            Some(_) => {}
            None => {
                self.error = Some(ColumnErrorKind::InvalidValue {
                    row,
                    count: 1,
                    error: error(),
                });
            }
        }
    }
}

impl<S: Texted> ColumnBuilder<S> for CodeBuilder {
    fn new(plan: &ColumnPlan) -> Self {
        let closed_list = plan.closed_list.clone();
        let distinct = closed_list.as_ref().map(|list| list.texts.clone());
        let distinct = distinct.unwrap_or_default();
        let key_type = match plan.item_field.data_type() {
            DataType::Dictionary(key_type, _) => &**key_type,
            other => other,
        };
        Self {
            keys: Vec::new(),
            // No text is this word: the last bytes of a long code are 0.
            recent: [(u64::MAX, 0); 1 << RECENT_BITS],
            // The keys are gathered with 16 bits in any case, and narrowed at the end: one builder serves both.
            has_byte_keys: *key_type == DataType::UInt8,
            // The codes of a list that is longer than there are keys are missing here, and are an error when they occur.
            known: distinct
                .iter()
                .map(|text| text.word())
                .zip(0..=u16::MAX)
                .collect(),
            distinct,
            dictionary: closed_list.as_ref().map_or_else(
                || Arc::new(StringArray::new_null(0)) as ArrayRef,
                |list| list.array.clone(),
            ),
            closed_list,
            formed_list: plan.formed_list,
            error: None,
        }
    }

    fn reserve(&mut self, additional: usize) {
        self.keys.reserve(additional);
    }

    fn extend<'a>(&mut self, values: impl Iterator<Item = Option<&'a S>>)
    where
        S: 'a,
    {
        // Taken out, because `key_of` borrows the builder.
        let mut keys = take(&mut self.keys);
        for value in values {
            keys.push(value.map_or(0, |value| self.key_of(value.text(), keys.len())));
        }
        self.keys = keys;
    }

    fn finish(&mut self, nulls: Option<NullBuffer>) -> Result<ArrayRef, ColumnErrorKind> {
        let keys = take(&mut self.keys);
        if let Some(error) = self.error.take() {
            return Err(error);
        }
        // The whole dictionary again, and not its new part: the writer of a file finds out what was added.
        if self.dictionary.len() < self.distinct.len() {
            let texts = self.distinct.iter().map(CodeText::as_str);
            self.dictionary = Arc::new(StringArray::from_iter_values(texts));
        }
        let dictionary = self.dictionary.clone();
        Ok(if self.has_byte_keys {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "the list has at most 256 codes"
            )]
            let keys = keys.into_iter().map(|key| key as u8).collect();
            dictionary_array::<UInt8Type>(keys, nulls, dictionary)
        } else {
            dictionary_array::<UInt16Type>(keys, nulls, dictionary)
        })
    }
}
