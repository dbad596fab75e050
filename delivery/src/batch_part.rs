//! A record batch to the columns of a part.

use beraad_schema::arrow::arrow_buffer::BooleanBuffer;
use beraad_schema::arrow::{BatchColumns, ColumnData, ColumnErrorKind, ColumnValues, RecordBatch};
use beraad_schema::csv::CellErrorKind;
use beraad_schema::describe::Grain;
use beraad_schema::{Datum, Scalar, ValueError, Year};
use hashbrown::HashMap;

use crate::check::Check;
use crate::checks::of_cell_error;
use crate::column::{Column, INVALID, NULL, VALUE, Values};
use crate::part::{Lines, Part};
use crate::plan::BlockPlan;
use crate::tally::Tally;

/// Reads a record batch, and counts the values that are not valid. `first_row` is the number of its first row in the file, from 1.
pub(crate) fn read(
    batch: &RecordBatch,
    first_row: u64,
    columns: &BatchColumns,
    plan: &BlockPlan<'_>,
    tally: &mut Tally,
) -> Part {
    let rows = batch.num_rows();
    let mut invalid = Vec::new();
    let mut read = Vec::new();
    for (place, column) in plan.columns.iter().enumerate() {
        if !plan.is_read[place] {
            read.push(Column::without_values(rows));
            continue;
        }
        let is_year = column.value_type.grain() == Some(Grain::Year);
        let column = match columns.read(batch, place) {
            Ok(data) => whole(data, rows, is_year),
            // Slower, and only where a value is not valid: every invalid row is found.
            Err(_) => row_by_row(batch, place, columns, is_year, |row, kind| {
                invalid.push((place, row, kind));
            }),
        };
        read.push(column);
    }
    let part = Part {
        columns: read,
        lines: Lines {
            first: first_row,
            offsets: (0..u32::try_from(rows).unwrap_or(u32::MAX)).collect(),
        },
    };
    for (place, row, kind) in invalid {
        let (check, detail) = check_of(&kind);
        tally.add(check, Some(place), part.place(plan, row), || detail);
    }
    part
}

fn check_of(kind: &ColumnErrorKind) -> (&'static Check, String) {
    match kind {
        ColumnErrorKind::MissingValue { .. } | ColumnErrorKind::MissingList { .. } => {
            let missing = CellErrorKind::InvalidValue(ValueError::Null);
            (of_cell_error(&missing), String::new())
        }
        ColumnErrorKind::InvalidValue { error, .. } => {
            let check = of_cell_error(&CellErrorKind::InvalidValue(error.clone()));
            (check, error.to_string())
        }
        other => {
            let form = CellErrorKind::InvalidValue(ValueError::EmptyCode);
            (of_cell_error(&form), other.to_string())
        }
    }
}

/// The column of data of which every value is valid.
fn whole(data: ColumnData, rows: usize, is_year: bool) -> Column {
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

fn row_by_row(
    batch: &RecordBatch,
    place: usize,
    columns: &BatchColumns,
    is_year: bool,
    mut invalid: impl FnMut(usize, ColumnErrorKind),
) -> Column {
    let mut column = Column::default();
    let mut keys_of: HashMap<String, u32> = HashMap::new();
    for row in 0..batch.num_rows() {
        let one = match columns.read(&batch.slice(row, 1), place) {
            Ok(data) => whole(data, 1, is_year),
            Err(kind) => {
                invalid(row, kind);
                let mut one = Column::without_values(1);
                one.states[0] = INVALID;
                one
            }
        };
        column.push_row(row, one, &mut keys_of);
    }
    column
}
