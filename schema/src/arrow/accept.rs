//! What others write for the same meaning: every type of Arrow that says a value exactly, and what it is refused for.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type,
    Decimal256Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type,
    TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{AnyDictionaryArray, Array, ArrayRef};
use arrow_buffer::{NullBuffer, i256};
use arrow_schema::{DataType, TimeUnit};
use hashbrown::HashMap;

use super::column::WORD;
use super::error::{Fault, Visible};
use super::plan::Planned;
use crate::describe::{CalendarPeriod, DECIMALS, Representation, SCALED_MAX};
use crate::value::stored::Plain;
use crate::value::{CodeText, Datum, Scalar, ValueError, ten_thousandths, whole};

/// Whether every value is one of the column, nulls aside.
pub(super) fn all<N: Copy>(
    values: &[N],
    nulls: Option<&NullBuffer>,
    is_value: impl Fn(N) -> bool,
) -> bool {
    values.chunks(WORD).enumerate().all(|(at, chunk)| {
        // Without an early end, so that the compiler compares many at once.
        let all = chunk.iter().fold(true, |all, value| all & is_value(*value));
        let null = |place: usize| nulls.is_some_and(|nulls| nulls.is_null(WORD * at + place));
        let mut places = (0..).zip(chunk);
        all || places.all(|(place, value)| is_value(*value) || null(place))
    })
}

/// What is said of a column of another type.
pub(super) fn wrong_type(found: &DataType, planned: &Planned) -> Fault {
    let physical = &planned.physical;
    let or = match planned.value_type.item().representation() {
        Representation::Period(_) => " (or date64, or timestamp without a time zone or in UTC)",
        Representation::Whole { .. } => " (or whole numbers of another type)",
        Representation::Decimal { .. } => " (or another decimal, float64, or an integer)",
        Representation::Code { .. } => " (or utf8, or another dictionary of it)",
        Representation::Flag | Representation::List { .. } => "",
    };
    Fault::Type {
        expected: format!("{physical}{or}"),
        found: Visible(&found.to_string()).to_string(),
    }
}

/// The rows that something is wrong with, while they are counted.
#[derive(Default)]
struct Wrong(Option<(usize, usize, ValueError)>);

impl Wrong {
    fn add(&mut self, row: usize, why: ValueError) {
        match &mut self.0 {
            Some((_, count, _)) => *count += 1,
            none => *none = Some((row, 1, why)),
        }
    }

    fn none(self) -> Result<(), Fault> {
        match self.0 {
            Some((row, count, why)) => Err(Fault::Value { row, count, why }),
            None => Ok(()),
        }
    }
}

/// The numbers of a column, whatever type they are written as.
///
/// # Errors
/// If that type is not taken, or a number is none of the column.
pub(super) fn numbers<S: Plain>(
    array: &ArrayRef,
    nulls: Option<&NullBuffer>,
    planned: &Planned,
) -> Result<Vec<S::Number>, Fault> {
    let data = match <S as Scalar>::TYPE.representation() {
        Representation::Period(grain) => days(array, move |day| {
            let period = CalendarPeriod::try_from_epoch_days(grain, day)?;
            Ok(Datum::Period(period))
        }),
        Representation::Decimal { .. } => decimals(array),
        _ => wholes(array),
    };
    let data = data.ok_or_else(|| wrong_type(array.data_type(), planned))?;
    let (mut numbers, mut wrong) = (Vec::with_capacity(array.len()), Wrong::default());
    for row in 0..array.len() {
        let number = if nulls.is_some_and(|nulls| nulls.is_null(row)) {
            Ok(S::Number::default())
        } else {
            let value = data(row).and_then(<S as Scalar>::from_datum);
            value.map(|value| value.number())
        };
        match number {
            Ok(number) => numbers.push(number),
            Err(why) => wrong.add(row, why),
        }
    }
    wrong.none().map(|()| numbers)
}

/// The data of the rows of an array.
type Data<'a> = Box<dyn Fn(usize) -> Result<Datum, ValueError> + 'a>;

/// The data of an array of one type.
fn of<'a, T: ArrowPrimitiveType>(
    array: &'a ArrayRef,
    datum: impl Fn(T::Native) -> Result<Datum, ValueError> + 'a,
) -> Option<Data<'a>> {
    let values = array.as_primitive_opt::<T>()?.values();
    Some(Box::new(move |row| datum(values[row])))
}

/// Days, by what `period` makes of the day since 1 January 1970.
fn days<'a>(
    array: &'a ArrayRef,
    period: impl Fn(i32) -> Result<Datum, ValueError> + 'a,
) -> Option<Data<'a>> {
    const DAY: i64 = 24 * 60 * 60;
    // A moment within a day is the start of no period, and neither is a day beyond what 32 bits count.
    let at = move |moment: i64, per_day: i64| {
        let day = (moment % per_day == 0).then(|| i32::try_from(moment / per_day).ok());
        period(day.flatten().unwrap_or(i32::MAX))
    };
    match array.data_type() {
        DataType::Date32 => of::<Date32Type>(array, move |day| at(day.into(), 1)),
        DataType::Date64 => of::<Date64Type>(array, move |moment| at(moment, DAY * 1_000)),
        DataType::Timestamp(unit, zone) => {
            let utc = |zone: &str| ["UTC", "Z", "+00:00", "Etc/UTC"].contains(&zone);
            if !zone.as_deref().is_none_or(utc) {
                return None;
            }
            match unit {
                TimeUnit::Second => of::<TimestampSecondType>(array, move |moment| at(moment, DAY)),
                TimeUnit::Millisecond => {
                    of::<TimestampMillisecondType>(array, move |moment| at(moment, DAY * 1_000))
                }
                TimeUnit::Microsecond => {
                    of::<TimestampMicrosecondType>(array, move |moment| at(moment, DAY * 1_000_000))
                }
                TimeUnit::Nanosecond => of::<TimestampNanosecondType>(array, move |moment| {
                    at(moment, DAY * 1_000_000_000)
                }),
            }
        }
        _ => None,
    }
}

/// Whole numbers.
fn wholes(array: &ArrayRef) -> Option<Data<'_>> {
    let float = |number: f64, exact_up_to: f64| match whole(number) {
        Some(whole) if number.abs() <= exact_up_to => Ok(Datum::Whole(whole)),
        _ if !number.is_finite() => Err(no_number("a whole number")),
        _ if number.fract() != 0.0 => Err(ValueError::Decimals { kept: 0 }),
        // So large a number may have been rounded when it was written; no column holds one.
        _ => Ok(Datum::Whole(i64::MAX)),
    };
    match array.data_type() {
        // 2^24 and 2^53: beyond, whole numbers are rounded.
        DataType::Float32 => {
            of::<Float32Type>(array, move |number| float(f64::from(number), 16_777_216.0))
        }
        DataType::Float64 => {
            of::<Float64Type>(array, move |number| float(number, 9_007_199_254_740_992.0))
        }
        _ => scaled(array, 0, Datum::Whole),
    }
}

/// Numbers with decimals.
fn decimals(array: &ArrayRef) -> Option<Data<'_>> {
    match array.data_type() {
        DataType::Float64 => of::<Float64Type>(array, |number| {
            if !number.is_finite() {
                return Err(no_number("a number"));
            }
            ten_thousandths(number, -SCALED_MAX, SCALED_MAX).map(Datum::Scaled)
        }),
        _ => scaled(array, DECIMALS, Datum::Scaled),
    }
}

fn no_number(expected: &str) -> ValueError {
    ValueError::WrongType {
        expected: expected.to_owned(),
        found: "not a number, or infinity; write null where there is no value".into(),
    }
}

/// Integers and decimals, as whole numbers of units of 10^-`kept`.
fn scaled<'a>(
    array: &'a ArrayRef,
    kept: u8,
    datum: impl Fn(i64) -> Datum + 'a,
) -> Option<Data<'a>> {
    let at = move |number: i256, scale: i8| rescale(number, scale, kept).map(&datum);
    let small = i256::from_i128;
    match array.data_type() {
        DataType::Int8 => of::<Int8Type>(array, move |n| at(small(n.into()), 0)),
        DataType::Int16 => of::<Int16Type>(array, move |n| at(small(n.into()), 0)),
        DataType::Int32 => of::<Int32Type>(array, move |n| at(small(n.into()), 0)),
        DataType::Int64 => of::<Int64Type>(array, move |n| at(small(n.into()), 0)),
        DataType::UInt8 => of::<UInt8Type>(array, move |n| at(small(n.into()), 0)),
        DataType::UInt16 => of::<UInt16Type>(array, move |n| at(small(n.into()), 0)),
        DataType::UInt32 => of::<UInt32Type>(array, move |n| at(small(n.into()), 0)),
        DataType::UInt64 => of::<UInt64Type>(array, move |n| at(small(n.into()), 0)),
        &DataType::Decimal32(_, scale) => {
            of::<Decimal32Type>(array, move |n| at(small(n.into()), scale))
        }
        &DataType::Decimal64(_, scale) => {
            of::<Decimal64Type>(array, move |n| at(small(n.into()), scale))
        }
        &DataType::Decimal128(_, scale) => {
            of::<Decimal128Type>(array, move |n| at(small(n), scale))
        }
        &DataType::Decimal256(_, scale) => of::<Decimal256Type>(array, move |n| at(n, scale)),
        _ => None,
    }
}

/// `number` * 10^-`scale` in units of 10^-`kept`; what 64 bits do not hold is out of every bounds.
fn rescale(number: i256, scale: i8, kept: u8) -> Result<i64, ValueError> {
    let shift = i32::from(kept) - i32::from(scale);
    let ten = i256::from_i128(10);
    let factor = ten.checked_pow(shift.unsigned_abs());
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
    let beyond = if number.is_negative() {
        i64::MIN
    } else {
        i64::MAX
    };
    let small = rescaled.and_then(i256::to_i128);
    Ok(small
        .and_then(|small| i64::try_from(small).ok())
        .unwrap_or(beyond))
}

/// The code of a text.
pub(super) fn code<S: Scalar>(text: &str) -> Result<S, ValueError> {
    <S as Scalar>::from_datum(Datum::Code(CodeText::try_new(text)?))
}

/// The texts of an array.
type TextsOf<'a> = Box<dyn Fn(usize) -> &'a str + 'a>;

/// The texts of an array of texts.
pub(super) fn texts(array: &dyn Array) -> Option<TextsOf<'_>> {
    if let Some(array) = array.as_string_opt::<i32>() {
        return Some(Box::new(|row| array.value(row)));
    }
    if let Some(array) = array.as_string_opt::<i64>() {
        return Some(Box::new(|row| array.value(row)));
    }
    let array = array.as_string_view_opt()?;
    Some(Box::new(|row| array.value(row)))
}

/// The texts of a dictionary that has no null among them.
pub(super) fn dictionary(array: &dyn AnyDictionaryArray) -> Option<Vec<&str>> {
    let values = array.values();
    let texts = texts(values).filter(|_| values.null_count() == 0)?;
    Some((0..values.len()).map(texts).collect())
}

/// The codes of a column, whatever type of text they are written as: for every row its place among the values.
///
/// # Errors
/// If it holds no text, or a text is no code of the column.
pub(super) fn codes<S: Scalar>(
    array: &ArrayRef,
    nulls: Option<&NullBuffer>,
    planned: &Planned,
) -> Result<(Vec<u32>, Vec<S>), Fault> {
    let wrong = || wrong_type(array.data_type(), planned);
    let dictionary = array.as_any_dictionary_opt();
    let of_rows: TextsOf<'_> = match dictionary {
        Some(dictionary) => {
            let texts = texts(dictionary.values()).ok_or_else(wrong)?;
            if dictionary.values().is_empty() {
                // So that no row has a text; without this, Arrow panics.
                Box::new(|_| "")
            } else {
                let keys = dictionary.normalized_keys();
                Box::new(move |row| texts(keys[row]))
            }
        }
        None => texts(array).ok_or_else(wrong)?,
    };
    let mut places: HashMap<&str, Result<u32, ValueError>> = HashMap::new();
    let (mut keys, mut values, mut wrong) = (Vec::new(), Vec::new(), Wrong::default());
    keys.reserve(array.len());
    for row in 0..array.len() {
        if nulls.is_some_and(|nulls| nulls.is_null(row)) {
            keys.push(0);
            continue;
        }
        let place = places.entry(of_rows(row)).or_insert_with_key(|text| {
            let value = code::<S>(text)?;
            values.push(value);
            // Codes are so short that there are fewer than 2^32 in any column that memory holds.
            Ok(u32::try_from(values.len() - 1).unwrap_or(u32::MAX))
        });
        match place {
            Ok(place) => keys.push(*place),
            Err(why) => wrong.add(row, why.clone()),
        }
    }
    wrong.none().map(|()| (keys, values))
}
