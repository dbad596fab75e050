//! Conversions from the Arrow types that other programs write. Only lossless ones are accepted.
//!
//! Every type is converted in two steps: first to a [`Datum`] by the kind of the column (a day, a whole number, a number in
//! its smallest unit, a text), then to the value by `Scalar::from_datum`, which every other reader uses too and which checks
//! bounds. So this module has to know only what each Arrow type can represent, and which of its values are not exact:
//!
//! - **Days.** A timestamp within a day is an error, not the day. A timestamp in another time zone than UTC is a wrong type:
//!   midnight there is another day in UTC.
//! - **Whole numbers.** A float is accepted if it is whole and so small that every whole number up to it has a float of its
//!   own (2^24 for `float32`, 2^53 for `float64`): a larger one may have been rounded when it was written.
//! - **Decimals.** They are computed in 256 bits, which hold every decimal type. A float is accepted if it is the float
//!   nearest to a number with the decimals of the column.
//! - **Flags.** The numbers 1 and 0 and the texts that a flag is written as, whatever type they have.
//! - **Codes.** A text of a dictionary that no row uses may be anything.
//!
//! The functions here look at one value at a time, through a boxed closure: what this library writes itself never comes
//! here, see [`numbers`](super::numbers) and [`codes`](super::codes).

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type,
    Decimal256Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type,
    TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{AnyDictionaryArray, Array, ArrayRef};
use arrow_buffer::{BooleanBuffer, NullBuffer, i256};
use arrow_schema::{DataType, TimeUnit};
// Not the `HashMap` of std: the text of every row is looked up, which takes about 10 ns here and 25 ns there. arrow-rs depends
// on hashbrown too.
use hashbrown::HashMap;

use crate::describe::{CalendarPeriod, Representation, visible};
use crate::value::column::{ColumnErrorKind, ColumnPlan};
use crate::value::stored::Plain;
use crate::value::{
    CodeText, Datum, Scalar, ValueError, flag_of_number, flag_of_text, units_of_double, whole,
};

/// The error of a column of a type that is not accepted.
pub(in crate::arrow) fn wrong_type(found: &DataType, plan: &ColumnPlan) -> ColumnErrorKind {
    let physical_type = &plan.physical_type;
    let alternatives = match plan.value_type.item().representation() {
        Representation::Period(_) => " (or date64, or a timestamp without a time zone or in UTC)",
        Representation::Whole { .. } => " (or another type of whole numbers)",
        Representation::Decimal { .. } => " (or another decimal, float64, or an integer)",
        Representation::Code { .. } => " (or utf8, or another dictionary of utf8)",
        Representation::Flag => " (or whole numbers 1 and 0, or the texts true, false, 1 and 0)",
        Representation::List { .. } => "",
    };
    ColumnErrorKind::WrongType {
        expected: format!("{physical_type}{alternatives}"),
        found: visible(&found.to_string()),
    }
}

/// The invalid values of a column: the row and the error of the first one, and their number.
#[derive(Default)]
struct InvalidValues {
    first: Option<(usize, ValueError)>,
    count: usize,
}

impl InvalidValues {
    fn push(&mut self, row: usize, error: ValueError) {
        self.first.get_or_insert((row, error));
        self.count += 1;
    }

    fn into_result(self) -> Result<(), ColumnErrorKind> {
        match self.first {
            Some((row, error)) => Err(ColumnErrorKind::InvalidValue {
                row,
                count: self.count,
                error,
            }),
            None => Ok(()),
        }
    }
}

/// Reads the numbers of a column, whatever type they are written as. Where the column has a null, the number is 0.
///
/// # Errors
/// If the type is not accepted, or a number is not a value of the column.
pub(super) fn read_numbers<S: Scalar + Plain>(
    array: &ArrayRef,
    nulls: Option<&NullBuffer>,
    plan: &ColumnPlan,
) -> Result<Vec<S::Number>, ColumnErrorKind> {
    let datum_at = match <S as Scalar>::TYPE.representation() {
        Representation::Period(grain) => days(array, move |day| {
            let period = CalendarPeriod::try_from_epoch_days(grain, day)?;
            Ok(Datum::Period(period))
        }),
        Representation::Decimal { min, max, decimals } => numbers(array, min, max, decimals),
        Representation::Whole { .. }
        | Representation::Flag
        | Representation::Code { .. }
        | Representation::List { .. } => whole_numbers(array),
    };
    let datum_at = datum_at.ok_or_else(|| wrong_type(array.data_type(), plan))?;
    read_values(array, nulls, |row| {
        let value = datum_at(row).and_then(<S as Scalar>::from_datum);
        value.map(|value| value.number())
    })
}

/// Reads the flags of a column of numbers or texts. Where the column has a null, the flag is false.
///
/// # Errors
/// If the type is not accepted, or a value is not a flag.
pub(super) fn read_flags(
    array: &ArrayRef,
    nulls: Option<&NullBuffer>,
    plan: &ColumnPlan,
) -> Result<BooleanBuffer, ColumnErrorKind> {
    let flags = if let Some(text_at) = texts(array) {
        read_values(array, nulls, |row| flag_of_text(text_at(row)))
    } else if let Some(number_at) = whole_numbers(array) {
        read_values(array, nulls, |row| {
            flag_of_number(match number_at(row) {
                Ok(Datum::Whole(number)) => number,
                // A number that is not whole becomes one that is not a flag either.
                _ => i64::MAX,
            })
        })
    } else {
        Err(wrong_type(array.data_type(), plan))
    };
    flags.map(BooleanBuffer::from)
}

/// Reads the values of a column. Where the column has a null, the value is the default, even if the column may not hold it:
/// nobody reads the value under a null.
///
/// # Errors
/// If a row that is not null has an invalid value.
fn read_values<T: Default>(
    array: &ArrayRef,
    nulls: Option<&NullBuffer>,
    value_at: impl Fn(usize) -> Result<T, ValueError>,
) -> Result<Vec<T>, ColumnErrorKind> {
    let (mut values, mut invalid) = (Vec::with_capacity(array.len()), InvalidValues::default());
    for row in 0..array.len() {
        if nulls.is_some_and(|nulls| nulls.is_null(row)) {
            values.push(T::default());
            continue;
        }
        match value_at(row) {
            Ok(value) => values.push(value),
            Err(error) => invalid.push(row, error),
        }
    }
    invalid.into_result().map(|()| values)
}

/// Returns the datum of a row of an array. The row must not be null.
type DatumAt<'a> = Box<dyn Fn(usize) -> Result<Datum, ValueError> + 'a>;

/// The data of an array of the primitive type `T`; `None` if it is of another type.
fn primitive<'a, T: ArrowPrimitiveType>(
    array: &'a ArrayRef,
    to_datum: impl Fn(T::Native) -> Result<Datum, ValueError> + 'a,
) -> Option<DatumAt<'a>> {
    let values = array.as_primitive_opt::<T>()?.values();
    Some(Box::new(move |row| to_datum(values[row])))
}

/// The data of dates and timestamps. `period` converts a day, counted from 1 January 1970, to the period that starts on it.
fn days<'a>(
    array: &'a ArrayRef,
    period: impl Fn(i32) -> Result<Datum, ValueError> + 'a,
) -> Option<DatumAt<'a>> {
    const SECONDS_PER_DAY: i64 = 24 * 60 * 60;
    // A moment within a day, or on a day that 32 bits cannot count, becomes a day on which no period starts.
    let to_datum = move |moment: i64, per_day: i64| {
        let day = (moment % per_day == 0).then(|| i32::try_from(moment / per_day).ok());
        period(day.flatten().unwrap_or(i32::MAX))
    };
    match array.data_type() {
        DataType::Date32 => primitive::<Date32Type>(array, move |day| to_datum(day.into(), 1)),
        DataType::Date64 => primitive::<Date64Type>(array, move |moment| {
            to_datum(moment, SECONDS_PER_DAY * 1_000)
        }),
        DataType::Timestamp(unit, zone) => {
            let is_utc = |zone: &str| ["UTC", "Z", "+00:00", "Etc/UTC"].contains(&zone);
            if !zone.as_deref().is_none_or(is_utc) {
                return None;
            }
            match unit {
                TimeUnit::Second => primitive::<TimestampSecondType>(array, move |moment| {
                    to_datum(moment, SECONDS_PER_DAY)
                }),
                TimeUnit::Millisecond => {
                    primitive::<TimestampMillisecondType>(array, move |moment| {
                        to_datum(moment, SECONDS_PER_DAY * 1_000)
                    })
                }
                TimeUnit::Microsecond => {
                    primitive::<TimestampMicrosecondType>(array, move |moment| {
                        to_datum(moment, SECONDS_PER_DAY * 1_000_000)
                    })
                }
                TimeUnit::Nanosecond => {
                    primitive::<TimestampNanosecondType>(array, move |moment| {
                        to_datum(moment, SECONDS_PER_DAY * 1_000_000_000)
                    })
                }
            }
        }
        _ => None,
    }
}

/// The data of whole numbers.
fn whole_numbers(array: &ArrayRef) -> Option<DatumAt<'_>> {
    let float_to_datum = |number: f64, max_exact: f64| match whole(number) {
        Some(whole) if number.abs() <= max_exact => Ok(Datum::Whole(whole)),
        _ if !number.is_finite() => Err(not_finite("a whole number")),
        _ if number.fract() != 0.0 => Err(ValueError::Decimals { kept: 0 }),
        // It may have been rounded. No column holds a number as large as this one.
        _ => Ok(Datum::Whole(i64::MAX)),
    };
    match array.data_type() {
        // 2^24 and 2^53: larger whole numbers are rounded to the next float.
        DataType::Float32 => primitive::<Float32Type>(array, move |number| {
            float_to_datum(f64::from(number), 16_777_216.0)
        }),
        DataType::Float64 => primitive::<Float64Type>(array, move |number| {
            float_to_datum(number, 9_007_199_254_740_992.0)
        }),
        _ => integers_and_decimals(array, 0, Datum::Whole),
    }
}

/// The data of numbers with decimals, between `min` and `max` whole units.
fn numbers(array: &ArrayRef, min: i64, max: i64, decimals: u8) -> Option<DatumAt<'_>> {
    let to_datum = move |units| Datum::Scaled { units, decimals };
    match array.data_type() {
        DataType::Float64 => primitive::<Float64Type>(array, move |number| {
            if !number.is_finite() {
                return Err(not_finite("a number"));
            }
            units_of_double(number, decimals, min, max).map(to_datum)
        }),
        _ => integers_and_decimals(array, decimals, to_datum),
    }
}

fn not_finite(expected: &str) -> ValueError {
    ValueError::WrongType {
        expected: expected.to_owned(),
        found: "NaN or infinity; write null where there is no value".into(),
    }
}

/// The data of integers and Arrow decimals, in units of 10^-`kept`.
fn integers_and_decimals<'a>(
    array: &'a ArrayRef,
    kept: u8,
    to_datum: impl Fn(i64) -> Datum + 'a,
) -> Option<DatumAt<'a>> {
    let decimal = move |number: i256, scale: i8| rescale(number, scale, kept).map(&to_datum);
    let wide = i256::from_i128;
    match array.data_type() {
        DataType::Int8 => primitive::<Int8Type>(array, move |n| decimal(wide(n.into()), 0)),
        DataType::Int16 => primitive::<Int16Type>(array, move |n| decimal(wide(n.into()), 0)),
        DataType::Int32 => primitive::<Int32Type>(array, move |n| decimal(wide(n.into()), 0)),
        DataType::Int64 => primitive::<Int64Type>(array, move |n| decimal(wide(n.into()), 0)),
        DataType::UInt8 => primitive::<UInt8Type>(array, move |n| decimal(wide(n.into()), 0)),
        DataType::UInt16 => primitive::<UInt16Type>(array, move |n| decimal(wide(n.into()), 0)),
        DataType::UInt32 => primitive::<UInt32Type>(array, move |n| decimal(wide(n.into()), 0)),
        DataType::UInt64 => primitive::<UInt64Type>(array, move |n| decimal(wide(n.into()), 0)),
        &DataType::Decimal32(_, scale) => {
            primitive::<Decimal32Type>(array, move |n| decimal(wide(n.into()), scale))
        }
        &DataType::Decimal64(_, scale) => {
            primitive::<Decimal64Type>(array, move |n| decimal(wide(n.into()), scale))
        }
        &DataType::Decimal128(_, scale) => {
            primitive::<Decimal128Type>(array, move |n| decimal(wide(n), scale))
        }
        &DataType::Decimal256(_, scale) => {
            primitive::<Decimal256Type>(array, move |n| decimal(n, scale))
        }
        _ => None,
    }
}

/// Converts `number` * 10^-`scale` to units of 10^-`kept`.
///
/// A result that 64 bits cannot hold becomes the largest or smallest number that they can, which is outside the bounds of
/// every column: `from_datum` then returns the error with the bounds.
///
/// # Errors
/// If the number has more decimals.
fn rescale(number: i256, scale: i8, kept: u8) -> Result<i64, ValueError> {
    let shift = i32::from(kept) - i32::from(scale);
    let ten = i256::from_i128(10);
    // The scale of a file may be -128 to 127, and 256 bits hold 10^76 at most.
    let factor = ten.checked_pow(shift.unsigned_abs());
    // Zero has no decimals, also if the factor does not fit.
    let rescaled = if number == i256::ZERO {
        Some(number)
    } else if shift >= 0 {
        factor.and_then(|factor| number.checked_mul(factor))
    } else {
        match factor.map(|factor| (number.wrapping_rem(factor), number.wrapping_div(factor))) {
            Some((i256::ZERO, number)) => Some(number),
            _ => return Err(ValueError::Decimals { kept }),
        }
    };
    let out_of_bounds = if number.is_negative() {
        i64::MIN
    } else {
        i64::MAX
    };
    let rescaled = rescaled.and_then(i256::to_i128);
    Ok(rescaled
        .and_then(|number| i64::try_from(number).ok())
        .unwrap_or(out_of_bounds))
}

/// Parses a code.
///
/// # Errors
/// If the text is not a code, or a closed list does not have it.
pub(super) fn parse_code<S: Scalar>(text: &str) -> Result<S, ValueError> {
    <S as Scalar>::from_datum(Datum::Code(CodeText::try_new(text)?))
}

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
pub(super) fn dictionary_texts(dictionary: &dyn AnyDictionaryArray) -> Option<Vec<&str>> {
    let values = dictionary.values();
    let text_at = strings(values).filter(|_| values.null_count() == 0)?;
    Some((0..values.len()).map(text_at).collect())
}

/// The texts of an array of strings, or of a dictionary of strings; `None` if it is of another type.
fn texts(array: &ArrayRef) -> Option<TextAt<'_>> {
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

/// Reads the codes of a column, whatever text type they are written as: for each row a key, and the values of the keys.
/// Where the column has a null, the key is 0.
///
/// # Errors
/// If the column does not hold texts, or a text is not a code of the column.
pub(super) fn read_codes<S: Scalar>(
    array: &ArrayRef,
    nulls: Option<&NullBuffer>,
    plan: &ColumnPlan,
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
        // Each distinct text is parsed once.
        let key = keys_of_texts
            .entry(text_at(row))
            .or_insert_with_key(|text| {
                let value = parse_code::<S>(text)?;
                values.push(value);
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
