//! Columns of flags that are not Boolean: the numbers 1 and 0, and the texts that a flag is written as.

use arrow_array::{Array, ArrayRef};
use arrow_buffer::{BooleanBuffer, NullBuffer};

use super::advice::wrong_type;
use super::each::read_each;
use super::texts::Texts;
use super::whole_numbers::read_whole_numbers;
use crate::value::column::{ColumnErrorKind, ColumnPlan};
use crate::value::{flag_of_cell, flag_of_number};

/// Reads the flags of a column of numbers or texts. Where the column has a null, the flag is false.
///
/// # Errors
/// If the type is not accepted, or a value is not a flag.
pub(in crate::arrow) fn read_flags(
    array: &ArrayRef,
    nulls: Option<&NullBuffer>,
    plan: &ColumnPlan,
) -> Result<BooleanBuffer, ColumnErrorKind> {
    if let Some(texts) = Texts::of(array) {
        return read_each(array.len(), nulls, |row| flag_of_cell(texts.at(row)))
            .map(BooleanBuffer::from);
    }
    let numbers = read_whole_numbers(array, nulls, i64::MIN..=i64::MAX)
        .unwrap_or_else(|| Err(wrong_type(array.data_type(), plan)))?;
    read_each(array.len(), nulls, |row| flag_of_number(numbers[row])).map(BooleanBuffer::from)
}
