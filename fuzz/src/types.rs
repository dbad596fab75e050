//! Random Arrow types: any type, or one that can hold the same values as the type of a column.

use std::sync::Arc;

use arbitrary::{Result, Unstructured};
use arrow_schema::{DataType, Field, FieldRef, IntervalUnit, TimeUnit, UnionFields, UnionMode};

/// The types that are used with one set of parameters.
const PLAIN: &[DataType] = &[
    DataType::Null,
    DataType::Boolean,
    DataType::Float16,
    DataType::Date32,
    DataType::Date64,
    DataType::Time32(TimeUnit::Second),
    DataType::Time64(TimeUnit::Nanosecond),
    DataType::Duration(TimeUnit::Millisecond),
    DataType::Interval(IntervalUnit::YearMonth),
    DataType::Interval(IntervalUnit::DayTime),
    DataType::Interval(IntervalUnit::MonthDayNano),
    DataType::Binary,
    DataType::LargeBinary,
    DataType::BinaryView,
    DataType::FixedSizeBinary(3),
];

pub(crate) const INTEGERS: &[DataType] = &[
    DataType::Int8,
    DataType::Int16,
    DataType::Int32,
    DataType::Int64,
    DataType::UInt8,
    DataType::UInt16,
    DataType::UInt32,
    DataType::UInt64,
];

pub(crate) const TEXTS: &[DataType] = &[DataType::Utf8, DataType::LargeUtf8, DataType::Utf8View];

const UNITS: &[TimeUnit] = &[
    TimeUnit::Second,
    TimeUnit::Millisecond,
    TimeUnit::Microsecond,
    TimeUnit::Nanosecond,
];

const ZONES: &[&str] = &[
    "UTC",
    "Z",
    "+00:00",
    "Etc/UTC",
    "Europe/Brussels",
    "+01:00",
    "",
    "no zone\n",
];

/// Generates any type, nested at most `depth` levels deep.
///
/// # Errors
/// Returns an error if the input is exhausted.
pub fn any(u: &mut Unstructured<'_>, depth: u8) -> Result<DataType> {
    let nested = if depth == 0 { 4 } else { 14 };
    Ok(match u.int_in_range(0..=nested)? {
        0 => u.choose(PLAIN)?.clone(),
        1 => number(u)?,
        2 => u.choose(TEXTS)?.clone(),
        3 => date_or_timestamp(u)?,
        // Any precision and scale, valid or not.
        4 => decimal(u.arbitrary()?, u.arbitrary()?, u.arbitrary()?),
        5 | 6 => dictionary(u.choose(INTEGERS)?.clone(), any(u, depth - 1)?),
        7 | 8 => list(u, |u| any(u, depth - 1))?,
        9 => DataType::ListView(item(any(u, depth - 1)?)),
        10 => DataType::LargeListView(item(any(u, depth - 1)?)),
        11 => DataType::Struct([item(any(u, depth - 1)?)].into_iter().collect()),
        12 => {
            let key = Arc::new(Field::new("key", any(u, 0)?, false));
            let value = item(any(u, depth - 1)?);
            let entries = DataType::Struct([key, value].into_iter().collect());
            DataType::Map(Arc::new(Field::new("entries", entries, false)), false)
        }
        13 => {
            let modes = [UnionMode::Sparse, UnionMode::Dense];
            let fields: UnionFields = [(3, item(any(u, depth - 1)?)), (7, item(any(u, 0)?))]
                .into_iter()
                .collect();
            DataType::Union(fields, *u.choose(&modes)?)
        }
        _ => {
            let ends = Arc::new(Field::new("run_ends", DataType::Int32, false));
            DataType::RunEndEncoded(ends, item(any(u, depth - 1)?))
        }
    })
}

/// Generates a type that can hold the same values as a type that the library writes.
///
/// # Errors
/// Returns an error if the input is exhausted.
pub fn equivalent(u: &mut Unstructured<'_>, written: &DataType) -> Result<DataType> {
    Ok(match written {
        DataType::Date32 => date_or_timestamp(u)?,
        DataType::Dictionary(..) => {
            let text = u.choose(TEXTS)?.clone();
            if u.ratio(1, 2)? {
                return Ok(text);
            }
            dictionary(u.choose(INTEGERS)?.clone(), text)
        }
        DataType::Int16 | DataType::UInt32 | DataType::Decimal128(..) => number(u)?,
        DataType::List(item) => {
            let written = item.data_type();
            list(u, |u| equivalent(u, written))?
        }
        other => other.clone(),
    })
}

fn number(u: &mut Unstructured<'_>) -> Result<DataType> {
    Ok(match u.int_in_range(0..=3)? {
        0 | 1 => u.choose(INTEGERS)?.clone(),
        2 => u.choose(&[DataType::Float32, DataType::Float64])?.clone(),
        _ => {
            let size: u8 = u.arbitrary()?;
            let digits = [9, 18, 38, 76_u8][usize::from(size % 4)];
            let precision: u8 = u.int_in_range(1..=digits)?;
            let max_scale = precision.min(20).cast_signed();
            decimal(size, precision, u.int_in_range(-5..=max_scale)?)
        }
    })
}

fn decimal(size: u8, precision: u8, scale: i8) -> DataType {
    match size % 4 {
        0 => DataType::Decimal32(precision, scale),
        1 => DataType::Decimal64(precision, scale),
        2 => DataType::Decimal128(precision, scale),
        _ => DataType::Decimal256(precision, scale),
    }
}

fn date_or_timestamp(u: &mut Unstructured<'_>) -> Result<DataType> {
    Ok(match u.int_in_range(0..=3)? {
        0 => DataType::Date32,
        1 => DataType::Date64,
        2 => DataType::Timestamp(*u.choose(UNITS)?, None),
        _ => DataType::Timestamp(*u.choose(UNITS)?, Some((*u.choose(ZONES)?).into())),
    })
}

fn dictionary(key: DataType, values: DataType) -> DataType {
    DataType::Dictionary(Box::new(key), Box::new(values))
}

fn list<'a>(
    u: &mut Unstructured<'a>,
    item_type: impl FnOnce(&mut Unstructured<'a>) -> Result<DataType>,
) -> Result<DataType> {
    let kind = u.int_in_range(0..=2)?;
    let length = u.int_in_range(0..=3)?;
    let item = item(item_type(u)?);
    Ok(match kind {
        0 => DataType::List(item),
        1 => DataType::LargeList(item),
        _ => DataType::FixedSizeList(item, length),
    })
}

fn item(data_type: DataType) -> FieldRef {
    Arc::new(Field::new("item", data_type, true))
}
