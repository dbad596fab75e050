//! Columns of codes: texts, or dictionaries of texts. A text of a dictionary that no row uses may be anything.

use arrow_array::{Array, ArrayRef};
use arrow_buffer::NullBuffer;
// Not the `HashMap` of std: the text of every row is looked up, which takes about 10 ns here and 25 ns there. arrow-rs depends
// on hashbrown too.
use hashbrown::HashMap;

use super::advice::wrong_type;
use super::each::InvalidValues;
use super::texts::Texts;
pub(in crate::arrow) use super::texts::dictionary_texts;
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
    let texts = Texts::of(array).ok_or_else(|| wrong_type(array.data_type(), plan))?;
    let mut codes = Codes {
        parse,
        keys: HashMap::new(),
        values: Vec::new(),
    };
    if let Some(keys) = codes.keys_of_dictionary(&texts, nulls) {
        return Ok((keys, codes.values));
    }
    let mut keys = Vec::with_capacity(array.len());
    let mut invalid = InvalidValues::default();
    for row in 0..array.len() {
        if nulls.is_some_and(|nulls| nulls.is_null(row)) {
            keys.push(0);
            continue;
        }
        match codes.key(texts.at(row)) {
            Ok(key) => keys.push(*key),
            Err(error) => invalid.push(row, error.clone()),
        }
    }
    invalid.into_result().map(|()| (keys, codes.values))
}

/// The codes so far.
struct Codes<'a, S, P> {
    parse: P,
    /// By their texts. Errors too, so that an invalid code in every row is parsed once.
    keys: HashMap<&'a str, Result<u32, ValueError>>,
    values: Vec<S>,
}

impl<'a, S, P: Fn(&str) -> Result<S, ValueError>> Codes<'a, S, P> {
    /// Returns the key of each row of a dictionary, of which a text is looked up once; `None` if the texts have no dictionary, it is longer
    /// than there are rows, since each of many small batches may share one, or a row has a text that is not a code.
    fn keys_of_dictionary(
        &mut self,
        texts: &Texts<'a>,
        nulls: Option<&NullBuffer>,
    ) -> Option<Vec<u32>> {
        let in_dictionary = texts.dictionary_keys()?;
        let has_value = |row| nulls.is_none_or(|nulls| nulls.is_valid(row));
        let mut is_used = vec![false; texts.dictionary_len()];
        if is_used.len() > in_dictionary.len() {
            return None;
        }
        for (row, key) in in_dictionary.iter().enumerate() {
            is_used[*key] |= has_value(row);
        }
        let keys = is_used.into_iter().enumerate().map(|(key, is_used)| {
            if is_used {
                self.key(texts.in_dictionary(key)).as_ref().ok().copied()
            } else {
                Some(0)
            }
        });
        let keys: Vec<u32> = keys.collect::<Option<_>>()?;
        let rows = in_dictionary.iter().enumerate();
        let rows = rows.map(|(row, key)| keys[*key] * u32::from(has_value(row)));
        Some(rows.collect())
    }

    fn key(&mut self, text: &'a str) -> &Result<u32, ValueError> {
        self.keys.entry(text).or_insert_with_key(|text| {
            self.values.push((self.parse)(text)?);
            // Codes are so short that no column in memory has 2^32 distinct ones.
            Ok(u32::try_from(self.values.len() - 1).unwrap_or(u32::MAX))
        })
    }
}
