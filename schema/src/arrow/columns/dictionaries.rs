//! Dictionaries of other values than texts, such as the categories of pandas of numbers, dates or flags.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{
    Array, ArrayRef, ArrowPrimitiveType, BooleanArray, PrimitiveArray, downcast_primitive_array,
    new_null_array,
};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;

/// Returns the values of the rows of a dictionary of numbers, dates or flags, which take at most 32 bytes a row; `None` if the
/// array is not such a dictionary. A dictionary of texts stays as it is.
pub(in crate::arrow) fn unpacked(array: &ArrayRef) -> Option<ArrayRef> {
    let DataType::Dictionary(_, value_type) = array.data_type() else {
        return None;
    };
    if !matches!(**value_type, DataType::Boolean) && value_type.primitive_width().is_none() {
        return None;
    }
    let dictionary = array.as_any_dictionary_opt()?;
    let values = dictionary.values();
    if values.is_empty() {
        // No row has a value, and `normalized_keys` panics.
        return Some(new_null_array(value_type, array.len()));
    }
    let nulls = array.logical_nulls();
    let keys = dictionary.normalized_keys();
    let values = values.as_ref();
    Some(downcast_primitive_array! {
        values => rows_of(values, &keys, nulls),
        DataType::Boolean => {
            let values = values.as_boolean();
            let rows = keys.iter().map(|key| values.value(*key)).collect();
            Arc::new(BooleanArray::new(rows, nulls)) as ArrayRef
        },
        _ => return None,
    })
}

fn rows_of<T: ArrowPrimitiveType>(
    values: &PrimitiveArray<T>,
    keys: &[usize],
    nulls: Option<NullBuffer>,
) -> ArrayRef {
    let rows = keys.iter().map(|key| values.value(*key)).collect();
    let rows = PrimitiveArray::<T>::new(rows, nulls);
    // The scale of decimals and the time zone are in the type.
    Arc::new(rows.with_data_type(values.data_type().clone()))
}
