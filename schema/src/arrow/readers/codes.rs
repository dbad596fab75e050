//! Columns of codes.

use arrow_array::cast::AsArray;
use arrow_array::types::{UInt8Type, UInt16Type, UInt32Type};
use arrow_array::{AnyDictionaryArray, Array, ArrayRef};
use arrow_buffer::{NullBuffer, ScalarBuffer};

use crate::arrow::columns::{dictionary_texts, read_codes};
use crate::value::column::{ColumnErrorKind, ColumnPlan, ColumnReader};
use crate::value::{CodeText, Datum, Scalar, ValueError};

/// Reads a column of codes: keys, and the values that they stand for.
pub struct CodeReader<S> {
    keys: Keys,
    values: Vec<S>,
}

enum Keys {
    UInt8(ScalarBuffer<u8>),
    UInt16(ScalarBuffer<u16>),
    UInt32(ScalarBuffer<u32>),
}

impl Keys {
    /// The keys of a dictionary, without copying them.
    fn of_dictionary(dictionary: &dyn AnyDictionaryArray) -> Option<Self> {
        let keys = dictionary.keys();
        if let Some(keys) = keys.as_primitive_opt::<UInt8Type>() {
            return Some(Self::UInt8(keys.values().clone()));
        }
        if let Some(keys) = keys.as_primitive_opt::<UInt16Type>() {
            return Some(Self::UInt16(keys.values().clone()));
        }
        let keys = keys.as_primitive_opt::<UInt32Type>()?;
        Some(Self::UInt32(keys.values().clone()))
    }
}

impl<S: Scalar> CodeReader<S> {
    /// Reads a dictionary as this library writes it: every text is parsed once, and the keys are used as they are.
    ///
    /// Returns `None` if that is not possible: a text is not a code (which is an error only if a row uses it), or the
    /// dictionary has more texts than there are rows. Each of many small batches may share one long dictionary.
    fn from_dictionary(array: &ArrayRef) -> Option<Self> {
        let dictionary = array.as_any_dictionary_opt()?;
        if dictionary.values().len() > array.len() {
            return None;
        }
        let texts = dictionary_texts(dictionary)?;
        let values: Result<Vec<S>, _> = texts.into_iter().map(parse_code).collect();
        Some(Self {
            values: values.ok()?,
            keys: Keys::of_dictionary(dictionary)?,
        })
    }
}

impl<S: Scalar> ColumnReader<S> for CodeReader<S> {
    fn empty() -> Self {
        Self {
            keys: Keys::UInt32(Vec::new().into()),
            values: Vec::new(),
        }
    }

    fn try_new(
        array: &ArrayRef,
        nulls: Option<&NullBuffer>,
        plan: &ColumnPlan,
    ) -> Result<Self, ColumnErrorKind> {
        if let Some(reader) = Self::from_dictionary(array) {
            return Ok(reader);
        }
        let (keys, values) = read_codes(array, nulls, plan, parse_code)?;
        Ok(Self {
            keys: Keys::UInt32(keys.into()),
            values,
        })
    }

    #[inline]
    fn value(&self, index: usize) -> S {
        let key = match &self.keys {
            Keys::UInt8(keys) => usize::from(keys[index]),
            Keys::UInt16(keys) => usize::from(keys[index]),
            Keys::UInt32(keys) => keys[index] as usize,
        };
        self.values[key].clone()
    }
}

/// Parses a code.
///
/// # Errors
/// If the text is not a code, or a closed list does not have it.
fn parse_code<S: Scalar>(text: &str) -> Result<S, ValueError> {
    <S as Scalar>::from_datum(Datum::Code(CodeText::try_new(text)?))
}
