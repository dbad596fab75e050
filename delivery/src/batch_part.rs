//! A record batch to the columns of a part.

use beraad_schema::ValueError;
use beraad_schema::arrow::{BatchColumns, ColumnErrorKind, RecordBatch};
use beraad_schema::csv::CellErrorKind;
use beraad_schema::describe::Grain;
use hashbrown::HashMap;

use crate::check::Check;
use crate::checks::of_cell_error;
use crate::column::{Column, INVALID};
use crate::column_data::whole;
use crate::part::{Lines, Part};
use crate::path_values::PathValues;
use crate::plan::BlockPlan;
use crate::tally::Tally;

/// Reads a record batch, and counts the values that are not valid. `first_row` is the number of its first row in the file, from 1.
pub(crate) fn read(
    batch: &RecordBatch,
    first_row: u64,
    columns: &BatchColumns,
    path_values: &PathValues,
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
        if let Some(column) = path_values.column(place, rows) {
            read.push(column);
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
        tally.add(check, Some(place), part.place(plan, row));
        tally.add_details(check, Some(place), &detail, 1);
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
