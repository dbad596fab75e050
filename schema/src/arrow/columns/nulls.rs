//! Nulls of columns of any type.

use arrow_array::types::{Int16Type, Int32Type, Int64Type, RunEndIndexType};
use arrow_array::{Array, ArrayRef, RunArray, UnionArray};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;

/// The nulls of a column.
pub(in crate::arrow) enum Nulls {
    /// Every row has a null, or there are no rows and the type is that of a column of nulls.
    All,
    /// Some rows have a null, or none.
    Some(Option<NullBuffer>),
    /// The type stores where it has nulls in less than a bit for each row, and some rows may have a value. No column accepts such
    /// a type, and to expand its nulls could take any amount of memory.
    Compressed,
}

/// Returns the nulls of a column.
pub(in crate::arrow) fn nulls_of(array: &ArrayRef) -> Nulls {
    let mut value_type = array.data_type();
    while let DataType::Dictionary(_, values) = value_type {
        value_type = values;
    }
    match value_type {
        // A category of pandas without any value is a dictionary of nothing.
        DataType::Null => Nulls::All,
        DataType::RunEndEncoded(..) | DataType::Union(..) if is_without_values(array) => Nulls::All,
        DataType::RunEndEncoded(..) | DataType::Union(..) => Nulls::Compressed,
        _ => {
            let nulls = array.logical_nulls();
            let nulls = nulls.filter(|nulls| nulls.null_count() > 0);
            if nulls
                .as_ref()
                .is_some_and(|nulls| nulls.null_count() == array.len())
            {
                return Nulls::All;
            }
            Nulls::Some(nulls)
        }
    }
}

/// Returns whether an array of a type without a bit for each row has only nulls, as far as its parts show without expanding them.
fn is_without_values(array: &dyn Array) -> bool {
    fn runs<T: RunEndIndexType>(array: &dyn Array) -> Option<&ArrayRef> {
        Some(array.as_any().downcast_ref::<RunArray<T>>()?.values())
    }
    if let Some(union) = array.as_any().downcast_ref::<UnionArray>() {
        let DataType::Union(fields, _) = union.data_type() else {
            return false;
        };
        return fields
            .iter()
            .all(|(id, _)| is_without_values(union.child(id)));
    }
    if let Some(values) = runs::<Int16Type>(array)
        .or_else(|| runs::<Int32Type>(array))
        .or_else(|| runs::<Int64Type>(array))
    {
        return is_without_values(values);
    }
    match array.data_type() {
        DataType::Null => true,
        DataType::Dictionary(..) => array.null_count() == array.len(),
        _ => array.logical_null_count() == array.len(),
    }
}
