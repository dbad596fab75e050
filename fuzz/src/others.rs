//! Conversion of columns that the library wrote to types that other programs write.

use std::sync::Arc;

use arrow_array::builder::PrimitiveBuilder;
use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Decimal128Type, Int16Type, UInt32Type};
use arrow_array::{
    Array, ArrayRef, FixedSizeListArray, Float64Array, GenericListArray, LargeStringArray,
    OffsetSizeTrait, StringArray, StringViewArray, make_array,
};
use arrow_buffer::OffsetBuffer;
use arrow_data::ArrayData;
use arrow_schema::{DataType, Field, FieldRef, TimeUnit};

use crate::arrays::{numbers, to_wide};

/// Converts a column to the type `to`.
///
/// Returns `None` if the type cannot hold the same values, or if the conversion is not implemented.
#[must_use]
pub fn as_other(column: &ArrayRef, to: &DataType) -> Option<ArrayRef> {
    match column.data_type() {
        same if same == to => Some(column.clone()),
        DataType::Dictionary(..) => Some(as_texts(&texts(column), to)?),
        DataType::List(_) => as_list(column, to),
        DataType::Date32 => {
            let second = 86_400;
            let factor = match to {
                DataType::Date64 | DataType::Timestamp(TimeUnit::Millisecond, _) => second * 1_000,
                DataType::Timestamp(TimeUnit::Second, _) => second,
                DataType::Timestamp(TimeUnit::Microsecond, _) => second * 1_000_000,
                DataType::Timestamp(TimeUnit::Nanosecond, _) => second * 1_000_000_000,
                _ => return None,
            };
            let days = column.as_primitive::<Date32Type>().values().iter();
            as_numbers(column, days.map(|day| i128::from(*day) * factor), to)
        }
        DataType::Int16 => {
            let numbers = column.as_primitive::<Int16Type>().values().iter();
            as_scaled(column, numbers.map(|number| (*number).into()), 0, to)
        }
        DataType::UInt32 => {
            let numbers = column.as_primitive::<UInt32Type>().values().iter();
            as_scaled(column, numbers.map(|number| (*number).into()), 0, to)
        }
        DataType::Decimal128(_, scale) => {
            let numbers = column.as_primitive::<Decimal128Type>().values().iter();
            as_scaled(column, numbers.copied(), *scale, to)
        }
        _ => None,
    }
}

/// Returns the texts of a dictionary column.
pub(crate) fn texts(column: &dyn Array) -> Vec<Option<String>> {
    let dictionary = column.as_any_dictionary();
    let values = dictionary.values().as_string::<i32>();
    let keys = dictionary.keys();
    let keys_16 = keys.as_primitive_opt::<arrow_array::types::UInt16Type>();
    let keys_8 = keys.as_primitive_opt::<arrow_array::types::UInt8Type>();
    let key = |row: usize| match (keys_16, keys_8) {
        (Some(keys), _) => usize::from(keys.value(row)),
        (_, Some(keys)) => usize::from(keys.value(row)),
        _ => 0,
    };
    let text = |row| {
        keys.is_valid(row)
            .then(|| values.value(key(row)).to_owned())
    };
    (0..column.len()).map(text).collect()
}

/// Builds a column of texts. In a dictionary, each text is stored once.
pub(crate) fn as_texts(texts: &[Option<String>], to: &DataType) -> Option<ArrayRef> {
    Some(match to {
        DataType::Utf8 => Arc::new(texts.iter().collect::<StringArray>()),
        DataType::LargeUtf8 => Arc::new(texts.iter().collect::<LargeStringArray>()),
        DataType::Utf8View => Arc::new(texts.iter().collect::<StringViewArray>()),
        DataType::Dictionary(key, value) => {
            let mut distinct: Vec<Option<String>> = Vec::new();
            for text in texts {
                if text.is_some() && !distinct.contains(text) {
                    distinct.push(text.clone());
                }
            }
            let indices = texts
                .iter()
                .map(|text| distinct.iter().position(|value| value == text));
            keyed(
                &indices.collect::<Vec<_>>(),
                &as_texts(&distinct, value)?,
                key,
            )?
        }
        _ => return None,
    })
}

/// Builds a dictionary column from the index of each row's value. Returns `None` if there are more values than keys.
pub(crate) fn keyed(
    indices: &[Option<usize>],
    values: &ArrayRef,
    key: &DataType,
) -> Option<ArrayRef> {
    let present: Vec<bool> = indices.iter().map(Option::is_some).collect();
    let keys = indices
        .iter()
        .map(|index| to_wide(index.unwrap_or_default() as i128));
    let to = DataType::Dictionary(Box::new(key.clone()), Box::new(values.data_type().clone()));
    let data = ArrayData::builder(to)
        .len(indices.len())
        .nulls(Some(present.into()));
    let data = data.add_buffer(numbers(keys, key.primitive_width()?));
    data.add_child_data(values.to_data())
        .build()
        .ok()
        .map(make_array)
}

/// Converts numbers, given in units of 10^-`scale`, to the type `to`.
fn as_scaled(
    column: &ArrayRef,
    numbers: impl Iterator<Item = i128>,
    scale: i8,
    to: &DataType,
) -> Option<ArrayRef> {
    let to_scale = match to {
        DataType::Float64 => {
            let mut floats = PrimitiveBuilder::<arrow_array::types::Float64Type>::new();
            for number in numbers {
                #[expect(
                    clippy::cast_precision_loss,
                    reason = "the numbers of rows are below 2^53"
                )]
                floats.append_value(number as f64 / 10_f64.powi(scale.into()));
            }
            let floats = floats.finish().into_parts().1;
            return Some(Arc::new(Float64Array::new(floats, column.nulls().cloned())));
        }
        &(DataType::Decimal32(_, scale)
        | DataType::Decimal64(_, scale)
        | DataType::Decimal128(_, scale)
        | DataType::Decimal256(_, scale)) => scale,
        to if to.is_integer() => 0,
        _ => return None,
    };
    let digits = u32::try_from(to_scale.checked_sub(scale)?).ok()?;
    let factor = 10_i128.checked_pow(digits)?;
    as_numbers(
        column,
        numbers.map(|number| number.wrapping_mul(factor)),
        to,
    )
}

/// Builds a column of numbers. A number that is too large for `to` is truncated.
fn as_numbers(
    column: &ArrayRef,
    values: impl Iterator<Item = i128>,
    to: &DataType,
) -> Option<ArrayRef> {
    let data = ArrayData::builder(to.clone())
        .len(column.len())
        .nulls(column.nulls().cloned());
    let data = data.add_buffer(numbers(values.map(to_wide), to.primitive_width()?));
    data.build().ok().map(make_array)
}

fn as_list(column: &ArrayRef, to: &DataType) -> Option<ArrayRef> {
    let lists = column.as_list::<i32>();
    let items_as = |item: &FieldRef| as_other(lists.values(), item.data_type());
    match to {
        DataType::List(item) => list::<i32>(lists.offsets(), item, &items_as(item)?),
        DataType::LargeList(item) => list::<i64>(lists.offsets(), item, &items_as(item)?),
        // The same items in lists of equal length, without the remainder.
        DataType::FixedSizeList(item, _) => {
            let items = items_as(item)?;
            let length = items.len() / lists.len().max(1);
            let items = items.slice(0, length * lists.len());
            let length = i32::try_from(length).ok()?;
            let fixed = FixedSizeListArray::try_new_with_length(
                item.clone(),
                length,
                items,
                None,
                lists.len(),
            );
            Some(Arc::new(fixed.ok()?))
        }
        _ => None,
    }
}

fn list<O: OffsetSizeTrait>(
    offsets: &OffsetBuffer<i32>,
    item: &FieldRef,
    items: &ArrayRef,
) -> Option<ArrayRef> {
    let lengths = offsets.lengths();
    let first = usize::try_from(offsets.first()).ok()?;
    let items = items.slice(first, items.len() - first);
    let item: Field = Field::clone(item);
    let offsets = OffsetBuffer::<O>::from_lengths(lengths);
    Some(Arc::new(
        GenericListArray::try_new(Arc::new(item), offsets, items, None).ok()?,
    ))
}
