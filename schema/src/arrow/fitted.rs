//! Numbers of 64 bits in the Arrow type that a column states: conversions to and from its arrays.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Decimal128Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt32Type,
};
use arrow_array::{Array, ArrayRef, PrimitiveArray};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;

/// Calls `$function::<T>` with the Arrow type `T` of a data type; `None` if no [`Fitted`](crate::value::stored::form::Fitted)
/// column has that type.
macro_rules! for_type {
    ($data_type:expr, $function:ident $arguments:tt) => {
        match $data_type {
            DataType::Int8 => Some($function::<Int8Type> $arguments),
            DataType::Int16 => Some($function::<Int16Type> $arguments),
            DataType::Int32 => Some($function::<Int32Type> $arguments),
            DataType::Int64 => Some($function::<Int64Type> $arguments),
            DataType::UInt32 => Some($function::<UInt32Type> $arguments),
            DataType::Decimal128(..) => Some($function::<Decimal128Type> $arguments),
            _ => None,
        }
    };
}

/// Converts numbers to an array of a data type; `None` if it is not one of those for such numbers. A number that does not fit
/// becomes zero: a value is within the bounds for which the type was chosen.
pub(super) fn to_array(
    numbers: &[i64],
    nulls: Option<NullBuffer>,
    data_type: &DataType,
) -> Option<ArrayRef> {
    fn array<T: ArrowPrimitiveType<Native: TryFrom<i64>>>(
        numbers: &[i64],
        nulls: Option<NullBuffer>,
        data_type: &DataType,
    ) -> ArrayRef {
        let natives = numbers
            .iter()
            .map(|number| T::Native::try_from(*number).unwrap_or_default());
        let array = PrimitiveArray::<T>::new(natives.collect(), nulls);
        Arc::new(array.with_data_type(data_type.clone()))
    }
    for_type!(data_type, array(numbers, nulls, data_type))
}

/// Converts an array to numbers; `None` if it is not of this data type. A number that does not fit becomes the smallest one,
/// which is outside the bounds of every column.
pub(super) fn from_array(array: &ArrayRef, data_type: &DataType) -> Option<Vec<i64>> {
    fn numbers<T: ArrowPrimitiveType<Native: TryInto<i64>>>(array: &ArrayRef) -> Vec<i64> {
        let natives = array.as_primitive::<T>().values().iter();
        natives
            .map(|native| (*native).try_into().unwrap_or(i64::MIN))
            .collect()
    }
    if array.data_type() != data_type {
        return None;
    }
    for_type!(data_type, numbers(array))
}
