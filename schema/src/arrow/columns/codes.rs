//! Columns of codes: texts, or dictionaries of texts. A text of a dictionary that no row uses may be anything.

use arrow_array::{Array, ArrayRef};
use arrow_buffer::NullBuffer;
// Not the `HashMap` of std: the text of every row is looked up, which takes about 10 ns here and 25 ns there. arrow-rs depends
// on hashbrown too.
use hashbrown::HashMap;

use super::advice::wrong_type;
use super::each::InvalidValues;
pub(in crate::arrow) use super::texts::dictionary_texts;
use super::texts::texts;
use crate::value::ValueError;
use crate::value::column::{ColumnErrorKind, ColumnPlan};

/// Reads the codes of a column, whatever text type they are written as: for each row a key, and the values of the keys, which
/// `parse` makes of each distinct text. Where the column has a null, the key is 0.
///
/// # Errors
/// If the column does not hold texts, or a text is not a code of the column.
pub(in crate::arrow) fn read_codes<S>(
    array: &ArrayRef,
    nulls: Option<&NullBuffer>,
    plan: &ColumnPlan,
    parse: impl Fn(&str) -> Result<S, ValueError>,
) -> Result<(Vec<u32>, Vec<S>), ColumnErrorKind> {
    let text_at = texts(array).ok_or_else(|| wrong_type(array.data_type(), plan))?;
    // Errors too, so that an invalid code in every row is parsed once.
    let mut keys_of_texts: HashMap<&str, Result<u32, ValueError>> = HashMap::new();
    let (mut keys, mut values) = (Vec::with_capacity(array.len()), Vec::new());
    let mut invalid = InvalidValues::default();
    for row in 0..array.len() {
        if nulls.is_some_and(|nulls| nulls.is_null(row)) {
            keys.push(0);
            continue;
        }
        let key = keys_of_texts
            .entry(text_at(row))
            .or_insert_with_key(|text| {
                values.push(parse(text)?);
                // Codes are so short that no column in memory has 2^32 distinct ones.
                Ok(u32::try_from(values.len() - 1).unwrap_or(u32::MAX))
            });
        match key {
            Ok(key) => keys.push(*key),
            Err(error) => invalid.push(row, error.clone()),
        }
    }
    invalid.into_result().map(|()| (keys, values))
}
