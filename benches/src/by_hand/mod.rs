//! Rows to batches and back, written out by hand: what the derive is held against.
//!
//! As `hand.rs`, over its buffers: vectors of the size that is known, blocks of 1,024 rows so that they stay in cache, null and
//! bool bits gathered in a word, values of closed lists made once and shared. What is different is the rows, which are those
//! of the derive, and with them the physical types.

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

/// The rows in a block.
const BLOCK: usize = 1024;

/// The digits of a number with decimals, in all and after the point.
const DECIMAL: (u8, i8) = (15, 4);

/// Validity as Arrow has it, `None` where there is a value in every row.
fn validity(words: Vec<u64>, rows: usize) -> Option<NullBuffer> {
    let nulls = NullBuffer::new(BooleanBuffer::new(Buffer::from_vec(words), 0, rows));
    (nulls.null_count() > 0).then_some(nulls)
}

fn primitive<T: ArrowPrimitiveType>(values: Vec<T::Native>, words: Vec<u64>) -> PrimitiveArray<T> {
    let nulls = validity(words, values.len());
    PrimitiveArray::new(ScalarBuffer::from(values), nulls)
}

/// Numbers with decimals.
fn decimals(values: Vec<i128>, words: Vec<u64>) -> ArrayRef {
    let (precision, scale) = DECIMAL;
    let numbers: Decimal128Array = primitive(values, words);
    Arc::new(
        numbers
            .with_precision_and_scale(precision, scale)
            .expect("fifteen digits fit"),
    )
}

/// Flags that may be absent.
fn flags(values: Vec<u64>, words: Vec<u64>, rows: usize) -> ArrayRef {
    let values = BooleanBuffer::new(Buffer::from_vec(values), 0, rows);
    Arc::new(arrow_array::BooleanArray::new(
        values,
        validity(words, rows),
    ))
}

/// Keys of a dictionary that may be absent.
fn dictionary<K: ArrowDictionaryKeyType>(keys: PrimitiveArray<K>, values: ArrayRef) -> ArrayRef {
    Arc::new(DictionaryArray::try_new(keys, values).expect("every key has its value"))
}

fn dictionary_type(key: DataType) -> DataType {
    DataType::Dictionary(Box::new(key), Box::new(DataType::Utf8))
}

/// The texts of a closed list.
fn texts(codes: &[&str]) -> ArrayRef {
    Arc::new(StringArray::from(codes.to_vec()))
}

/// The keys of a column of codes of an open list, and what `parse` makes of each of its texts.
fn codes<T>(column: &ArrayRef, parse: impl Fn(&str) -> T) -> (&PrimitiveArray<UInt16Type>, Vec<T>) {
    let column = column.as_dictionary::<UInt16Type>();
    let values = column.values().as_string::<i32>();
    assert_eq!(values.null_count(), 0, "a code has a text");
    let codes = values.iter().flatten().map(parse).collect();
    (column.keys(), codes)
}

/// The numbers of a column without nulls.
fn present<T: ArrowPrimitiveType>(column: &ArrayRef) -> &[T::Native] {
    assert_eq!(column.null_count(), 0, "a value in each row");
    column.as_primitive::<T>().values()
}

/// Whether there is a value in a row of a column with these nulls.
fn is_valid(nulls: Option<&NullBuffer>, row: usize) -> bool {
    nulls.is_none_or(|nulls| nulls.is_valid(row))
}

/// The ten-thousandths of a number of at most fifteen digits.
fn ten_thousandths(number: i128) -> i64 {
    i64::try_from(number).expect("fifteen digits")
}

/// A column of numbers that may be absent.
fn optional(column: &ArrayRef) -> (&[u32], Option<&NullBuffer>) {
    let column = column.as_primitive::<UInt32Type>();
    (column.values(), column.nulls())
}
