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
    let mut keys = Vec::with_capacity(array.len());
    let mut invalid = InvalidValues::default();
    // Each of many small batches may share one long dictionary.
    let dictionary = texts.dictionary().filter(|it| it.values <= array.len());
    // The key of each value of the dictionary that a row has used, so that its text is not looked up again.
    let mut known = vec![None; dictionary.map_or(0, |it| it.values)];
    for row in 0..array.len() {
        if nulls.is_some_and(|nulls| nulls.is_null(row)) {
            keys.push(0);
            continue;
        }
        let known = dictionary.map(|it| &mut known[it.keys[row]]);
        if let Some(Some(key)) = known {
            keys.push(*key);
            continue;
        }
        match codes.key(texts.at(row)) {
            Ok(key) => {
                keys.push(*key);
                if let Some(known) = known {
                    *known = Some(*key);
                }
            }
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
    fn key(&mut self, text: &'a str) -> &Result<u32, ValueError> {
        self.keys.entry(text).or_insert_with_key(|text| {
            self.values.push((self.parse)(text)?);
            // Codes are so short that no column in memory has 2^32 distinct ones.
            Ok(u32::try_from(self.values.len() - 1).unwrap_or(u32::MAX))
        })
    }
}
