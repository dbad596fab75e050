//! Hand-written conversion of rows to batches and back: the baseline for the derive.
//!
//! The code has the design of `hand.rs` and uses its buffers: vectors with the final capacity, chunks of 1,024 rows that
//! stay in the cache, null and boolean bits gathered in one word, and texts of closed lists that are built once and shared. It
//! differs from `hand.rs` in the row types, which are those of the derive, and therefore in the physical types.

mod dates;
mod open_list;
mod person_month;
mod unemployment_payment;

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{ArrowDictionaryKeyType, UInt16Type, UInt32Type};
use arrow_array::{Array, ArrayRef, ArrowPrimitiveType, DictionaryArray, PrimitiveArray};
use arrow_array::{Decimal128Array, StringArray};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer, ScalarBuffer};
use arrow_schema::DataType;

pub use self::person_month::PersonMonths;
pub use self::unemployment_payment::UnemploymentPayments;

/// The number of rows in a chunk.
const CHUNK_ROWS: usize = 1024;

/// The precision and the scale of a number with decimals.
const DECIMAL: (u8, i8) = (15, 4);

/// Builds the null buffer of a column: `None` if there is a value in every row.
fn validity(words: Vec<u64>, rows: usize) -> Option<NullBuffer> {
    let nulls = NullBuffer::new(BooleanBuffer::new(Buffer::from_vec(words), 0, rows));
    (nulls.null_count() > 0).then_some(nulls)
}

fn primitive<T: ArrowPrimitiveType>(values: Vec<T::Native>, words: Vec<u64>) -> PrimitiveArray<T> {
    let nulls = validity(words, values.len());
    PrimitiveArray::new(ScalarBuffer::from(values), nulls)
}

/// Builds a column of numbers with decimals.
fn decimals(values: Vec<i128>, words: Vec<u64>) -> ArrayRef {
    let (precision, scale) = DECIMAL;
    let numbers: Decimal128Array = primitive(values, words);
    Arc::new(
        numbers
            .with_precision_and_scale(precision, scale)
            .expect("fifteen digits fit"),
    )
}

/// Builds a nullable column of flags.
fn flags(values: Vec<u64>, words: Vec<u64>, rows: usize) -> ArrayRef {
    let values = BooleanBuffer::new(Buffer::from_vec(values), 0, rows);
    Arc::new(arrow_array::BooleanArray::new(
        values,
        validity(words, rows),
    ))
}

/// Builds a dictionary column, whose keys may be null.
fn dictionary<K: ArrowDictionaryKeyType>(keys: PrimitiveArray<K>, values: ArrayRef) -> ArrayRef {
    Arc::new(DictionaryArray::try_new(keys, values).expect("every key has its value"))
}

fn dictionary_type(key: DataType) -> DataType {
    DataType::Dictionary(Box::new(key), Box::new(DataType::Utf8))
}

/// Builds the dictionary values of a closed list.
fn texts(codes: &[&str]) -> ArrayRef {
    Arc::new(StringArray::from(codes.to_vec()))
}

/// Returns the keys of a dictionary column, and its texts as codes that `parse` produces.
fn codes<T>(column: &ArrayRef, parse: impl Fn(&str) -> T) -> (&PrimitiveArray<UInt16Type>, Vec<T>) {
    let column = column.as_dictionary::<UInt16Type>();
    let values = column.values().as_string::<i32>();
    assert_eq!(values.null_count(), 0, "every code has a text");
    let codes = values.iter().flatten().map(parse).collect();
    (column.keys(), codes)
}

/// Returns the numbers of a column that contains no nulls.
fn present<T: ArrowPrimitiveType>(column: &ArrayRef) -> &[T::Native] {
    assert_eq!(column.null_count(), 0, "a value in each row");
    column.as_primitive::<T>().values()
}

/// Returns `true` if a row has a value in a column with these nulls.
fn is_valid(nulls: Option<&NullBuffer>, row: usize) -> bool {
    nulls.is_none_or(|nulls| nulls.is_valid(row))
}

/// Converts a decimal of at most fifteen digits to a number of ten-thousandths.
fn ten_thousandths(number: i128) -> i64 {
    i64::try_from(number).expect("at most fifteen digits")
}

/// Returns the numbers and the nulls of a nullable column.
fn optional(column: &ArrayRef) -> (&[u32], Option<&NullBuffer>) {
    let column = column.as_primitive::<UInt32Type>();
    (column.values(), column.nulls())
}
