//! The texts of columns, of every Arrow type that holds texts.

use arrow_array::cast::AsArray;
use arrow_array::{AnyDictionaryArray, Array, ArrayRef};

/// Returns the text of a row of an array. The row must not be null.
pub(super) type TextAt<'a> = Box<dyn Fn(usize) -> &'a str + 'a>;

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

/// The texts of an array of strings, or of a dictionary of strings; `None` if it is of another type.
pub(super) fn texts(array: &ArrayRef) -> Option<TextAt<'_>> {
    let Some(dictionary) = array.as_any_dictionary_opt() else {
        return strings(array);
    };
    let text_at = strings(dictionary.values())?;
    if dictionary.values().is_empty() {
        // No row has a text, and `normalized_keys` panics.
        return Some(Box::new(|_| ""));
    }
    let keys = dictionary.normalized_keys();
    Some(Box::new(move |row| text_at(keys[row])))
}
