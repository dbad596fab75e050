//! Codes as keys of a dictionary: positions in a closed list, or the order in which the codes of another one came.

use std::mem::take;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{ArrowDictionaryKeyType, UInt8Type, UInt16Type, UInt32Type};
use arrow_array::{Array, ArrayRef, DictionaryArray, PrimitiveArray, StringArray};
use arrow_buffer::{NullBuffer, ScalarBuffer};
use arrow_schema::DataType;
use hashbrown::HashMap;

use super::accept;
use super::column::{Growing, Kept};
use super::error::Fault;
use super::plan::{Closed, Planned};
use crate::value::stored::{Positioned, Texted};
use crate::value::{CodeText, Scalar, ValueError};

/// Positions in a closed list.
pub struct Positions {
    keys: Vec<u8>,
    values: ArrayRef,
}

impl<S: Positioned> Growing<S> for Positions {
    fn new(planned: &Planned) -> Self {
        let closed = planned.closed.as_ref();
        let closed = closed.expect("the derive refuses an enum whose list rejects no code");
        Self {
            keys: Vec::new(),
            values: closed.array.clone(),
        }
    }

    fn reserve(&mut self, more: usize) {
        self.keys.reserve(more);
    }

    fn extend<'a>(&mut self, values: impl Iterator<Item = Option<&'a S>>)
    where
        S: 'a,
    {
        self.keys
            .extend(values.map(|value| value.map(Positioned::position).unwrap_or_default()));
    }

    fn finish(&mut self, nulls: Option<NullBuffer>) -> Result<ArrayRef, Fault> {
        let keys = take(&mut self.keys);
        Ok(dictionary::<UInt8Type>(keys, nulls, self.values.clone()))
    }
}

/// A dictionary whose keys all have a value.
fn dictionary<K: ArrowDictionaryKeyType>(
    keys: Vec<K::Native>,
    nulls: Option<NullBuffer>,
    values: ArrayRef,
) -> ArrayRef {
    let keys = PrimitiveArray::<K>::new(keys.into(), nulls);
    Arc::new(DictionaryArray::new(keys, values))
}

/// Texts of codes, each kept once.
pub struct Texts {
    keys: Vec<u16>,
    known: HashMap<u64, u16>,
    /// Texts that were looked up lately, with their keys: most columns hold a handful over and over.
    recent: [(u64, u16); 1 << RECENT],
    /// Whether keys are bytes.
    bytes: bool,
    distinct: Vec<CodeText>,
    /// The texts as Arrow has them; fewer than there are, if some came since.
    values: ArrayRef,
    closed: Option<Arc<Closed>>,
    fault: Option<Fault>,
}

/// As many bits as number the recent texts.
const RECENT: u32 = 6;

/// The number of codes that keys of 16 bits tell apart.
const MOST: usize = 1 << u16::BITS;

impl Texts {
    /// The key of a text; `row` is the one that it stands in.
    #[inline]
    fn key(&mut self, text: CodeText, row: usize) -> u16 {
        let word = text.word();
        // The golden ratio as a fraction of 2^64 spreads words that differ in a bit or two.
        let place = word.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - RECENT);
        let recent = &mut self.recent[place as usize];
        if recent.0 == word {
            return recent.1;
        }
        match self.known.get(&word) {
            Some(key) => {
                *recent = (word, *key);
                *key
            }
            None => self.new_key(text, row),
        }
    }

    /// The key of a text that is not among the known ones.
    #[cold]
    fn new_key(&mut self, text: CodeText, row: usize) -> u16 {
        match (&self.closed, u16::try_from(self.distinct.len())) {
            (None, Ok(key)) => {
                self.distinct.push(text);
                self.known.insert(text.word(), key);
                return key;
            }
            (None, Err(_)) => {
                self.fault
                    .get_or_insert(Fault::TooManyCodes { row, most: MOST });
            }
            (Some(closed), _) => match &mut self.fault {
                Some(Fault::Value { count, .. }) => *count += 1,
                _ => {
                    self.fault = Some(Fault::Value {
                        row,
                        count: 1,
                        why: ValueError::unknown_code(closed.list),
                    });
                }
            },
        }
        0
    }
}

impl<S: Texted> Growing<S> for Texts {
    fn new(planned: &Planned) -> Self {
        let closed = planned.closed.clone();
        let distinct = closed.as_ref().map(|closed| closed.texts.clone());
        let distinct = distinct.unwrap_or_default();
        Self {
            keys: Vec::new(),
            // No text is this word.
            recent: [(u64::MAX, 0); 1 << RECENT],
            bytes: matches!(planned.item.data_type(), DataType::Dictionary(key, _) if **key == DataType::UInt8),
            // A longer list than keys tell apart is refused when one of its last codes comes up.
            known: distinct
                .iter()
                .map(|text| text.word())
                .zip(0..=u16::MAX)
                .collect(),
            distinct,
            values: closed.as_ref().map_or_else(
                || Arc::new(StringArray::new_null(0)) as ArrayRef,
                |closed| closed.array.clone(),
            ),
            closed,
            fault: None,
        }
    }

    fn reserve(&mut self, more: usize) {
        self.keys.reserve(more);
    }

    fn extend<'a>(&mut self, values: impl Iterator<Item = Option<&'a S>>)
    where
        S: 'a,
    {
        let mut keys = take(&mut self.keys);
        for value in values {
            keys.push(value.map_or(0, |value| self.key(value.text(), keys.len())));
        }
        self.keys = keys;
    }

    fn finish(&mut self, nulls: Option<NullBuffer>) -> Result<ArrayRef, Fault> {
        let keys = take(&mut self.keys);
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        if self.values.len() < self.distinct.len() {
            let texts = self.distinct.iter().map(CodeText::as_str);
            self.values = Arc::new(StringArray::from_iter_values(texts));
        }
        let values = self.values.clone();
        Ok(if self.bytes {
            #[expect(clippy::cast_possible_truncation, reason = "positions are bytes")]
            let keys = keys.into_iter().map(|key| key as u8).collect();
            dictionary::<UInt8Type>(keys, nulls, values)
        } else {
            dictionary::<UInt16Type>(keys, nulls, values)
        })
    }
}

/// Codes, by keys into those that the column has.
pub struct Coded<S> {
    keys: Keys,
    values: Vec<S>,
}

enum Keys {
    Bytes(ScalarBuffer<u8>),
    Words(ScalarBuffer<u16>),
    Longs(ScalarBuffer<u32>),
}

impl<S: Scalar> Kept<S> for Coded<S> {
    fn empty() -> Self {
        Self {
            keys: Keys::Longs(Vec::new().into()),
            values: Vec::new(),
        }
    }

    fn open(
        array: &ArrayRef,
        nulls: Option<&NullBuffer>,
        planned: &Planned,
    ) -> Result<Self, Fault> {
        // As it is written: every code that the dictionary has is read once, and its keys are used as they are. Not where it
        // has more codes than there are rows, since each of many small batches may bring the dictionary of all.
        let dictionary = array.as_any_dictionary_opt();
        let dictionary = dictionary.filter(|it| it.values().len() <= array.len());
        if let Some((dictionary, texts)) = dictionary.zip(dictionary.and_then(accept::dictionary)) {
            let values: Result<Vec<S>, _> = texts.into_iter().map(accept::code).collect();
            let keys = dictionary.keys();
            if let Ok(values) = values {
                let bytes = keys
                    .as_primitive_opt::<UInt8Type>()
                    .map(|keys| Keys::Bytes(keys.values().clone()));
                let words = || {
                    keys.as_primitive_opt::<UInt16Type>()
                        .map(|keys| Keys::Words(keys.values().clone()))
                };
                let longs = || {
                    keys.as_primitive_opt::<UInt32Type>()
                        .map(|keys| Keys::Longs(keys.values().clone()))
                };
                if let Some(keys) = bytes.or_else(words).or_else(longs) {
                    return Ok(Self { keys, values });
                }
            }
        }
        accept::codes(array, nulls, planned).map(|(keys, values)| Self {
            keys: Keys::Longs(keys.into()),
            values,
        })
    }

    #[inline]
    fn get(&self, index: usize) -> S {
        let key = match &self.keys {
            Keys::Bytes(keys) => usize::from(keys[index]),
            Keys::Words(keys) => usize::from(keys[index]),
            Keys::Longs(keys) => keys[index] as usize,
        };
        self.values[key].clone()
    }
}
