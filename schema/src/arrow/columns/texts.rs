//! The texts of columns, of every Arrow type that holds texts.

use arrow_array::cast::AsArray;
use arrow_array::{AnyDictionaryArray, Array, ArrayRef};

/// Returns the text of a row of an array. The row must not be null.
type TextAt<'a> = Box<dyn Fn(usize) -> &'a str + 'a>;

/// The texts of an array of strings; `None` if it is of another type.
fn strings(array: &dyn Array) -> Option<TextAt<'_>> {
    if let Some(array) = array.as_string_opt::<i32>() {
        return Some(Box::new(|row| array.value(row)));
    }
    if let Some(array) = array.as_string_opt::<i64>() {
        return Some(Box::new(|row| array.value(row)));
    }
    let array = array.as_string_view_opt()?;
    Some(Box::new(|row| array.value(row)))
}

/// Returns the texts of a dictionary; `None` if it has other values than texts, or a null among them.
pub(in crate::arrow) fn dictionary_texts(dictionary: &dyn AnyDictionaryArray) -> Option<Vec<&str>> {
    let values = dictionary.values();
    let text_at = strings(values).filter(|_| values.null_count() == 0)?;
    Some((0..values.len()).map(text_at).collect())
}

/// The texts of an array of strings, or of a dictionary of strings.
pub(super) struct Texts<'a> {
    text_at: TextAt<'a>,
    /// For each row the position of its text in the dictionary. That of a null is any.
    dictionary_keys: Option<Vec<usize>>,
    /// The number of texts of the dictionary.
    dictionary_len: usize,
}

impl<'a> Texts<'a> {
    /// The texts of an array; `None` if it is of another type.
    pub(super) fn of(array: &'a ArrayRef) -> Option<Self> {
        let Some(dictionary) = array.as_any_dictionary_opt() else {
            return Some(Self {
                text_at: strings(array)?,
                dictionary_keys: None,
                dictionary_len: 0,
            });
        };
        let text_at = strings(dictionary.values())?;
        let dictionary_len = dictionary.values().len();
        if dictionary_len == 0 {
            // No row has a text, and `normalized_keys` panics.
            return Some(Self {
                text_at: Box::new(|_| ""),
                dictionary_keys: None,
                dictionary_len,
            });
        }
        Some(Self {
            text_at,
            dictionary_keys: Some(dictionary.normalized_keys()),
            dictionary_len,
        })
    }

    /// Returns the text of a row, which must not be null.
    pub(super) fn at(&self, row: usize) -> &'a str {
        match &self.dictionary_keys {
            Some(keys) => (self.text_at)(keys[row]),
            None => (self.text_at)(row),
        }
    }

    /// Returns for each row the position of its text in the dictionary, which is any for a null; `None` if the texts are not of a
    /// dictionary.
    pub(super) fn dictionary_keys(&self) -> Option<&[usize]> {
        self.dictionary_keys.as_deref()
    }

    /// Returns the number of texts of the dictionary.
    pub(super) fn dictionary_len(&self) -> usize {
        self.dictionary_len
    }

    /// Returns a text of the dictionary, which must not be null.
    pub(super) fn in_dictionary(&self, position: usize) -> &'a str {
        (self.text_at)(position)
    }
}
