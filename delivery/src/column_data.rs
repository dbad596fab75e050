//! Data of Arrow to the values of a column.

use beraad_schema::arrow::arrow_buffer::BooleanBuffer;
use beraad_schema::arrow::{ColumnData, ColumnValues};
use beraad_schema::{Datum, Scalar, Year};

use crate::column::{Column, NULL, VALUE, Values};

/// The column of data of which every value is valid.
pub(crate) fn whole(data: ColumnData, rows: usize, is_year: bool) -> Column {
    let ColumnData { nulls, values, .. } = data;
    let states = match nulls {
        Some(nulls) => each_bit(nulls.inner(), [NULL, VALUE]),
        None => vec![VALUE; rows],
    };
    match values_of(values, is_year) {
        Some(values) => Column { states, values },
        None => Column::without_values(rows),
    }
}

/// Returns the first of two values for each bit that is not set, and the second for each one that is.
fn each_bit<T: Copy>(bits: &BooleanBuffer, values: [T; 2]) -> Vec<T> {
    let chunks = bits.bit_chunks();
    let mut each = Vec::with_capacity(bits.len() + 64);
    for chunk in chunks.iter().chain([chunks.remainder_bits()]) {
        each.extend((0..64).map(|bit| values[usize::from(chunk >> bit & 1 == 1)]));
    }
    each.truncate(bits.len());
    each
}

fn values_of(values: ColumnValues, is_year: bool) -> Option<Values> {
    Some(match values {
        ColumnValues::Numbers(mut numbers) => {
            if is_year {
                for number in &mut numbers {
                    *number = first_day(*number);
                }
            }
            Values::Numbers(numbers)
        }
        ColumnValues::Flags(flags) => Values::Numbers(each_bit(&flags, [0, 1])),
        ColumnValues::Codes { keys, texts } => Values::Codes {
            keys,
            texts: texts.iter().map(|text| text.as_str().to_owned()).collect(),
        },
        ColumnValues::Lists { rows, items } => Values::Lists {
            rows,
            items: Box::new(values_of(*items, is_year).unwrap_or_default()),
        },
        _ => return None,
    })
}

/// Returns the first day of a year, in days from 1 January 1970. A number that is not a year is that of a row without a value.
fn first_day(year: i64) -> i64 {
    match Year::from_datum(Datum::Whole(year)).map(|year| year.datum()) {
        Ok(Datum::Period(period)) => period.to_epoch_days().into(),
        _ => 0,
    }
}
