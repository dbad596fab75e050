//! Traces of pandas in a file: the index of a frame, and columns of periods.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use arrow_array::{ArrayRef, Date32Array};
use arrow_schema::{Field, Schema};
use serde_json::Value;

use crate::describe::{CalendarPeriod, Grain, Representation, YearMonth, YearQuarter};
use crate::value::column::{ColumnErrorKind, ColumnPlan};

/// The notes of pandas about a frame, from the metadata of a file.
pub(in crate::arrow) struct PandasFrame {
    /// The names of the columns that are the index of the frame.
    index_columns: Vec<String>,
    /// The names of the indexes that only count the rows: pandas writes their first and last numbers, and no column.
    range_indexes: Vec<String>,
}

impl PandasFrame {
    /// Returns whether a schema may have notes about an index that only counts the rows, without reading the notes.
    pub(in crate::arrow) fn may_have_range_index(schema: &Schema) -> bool {
        let notes = schema.metadata().get("pandas");
        notes.is_some_and(|notes| notes.contains("\"range\""))
    }

    /// Reads the notes of pandas in the metadata of a schema; without notes, no column is an index.
    pub(in crate::arrow) fn of_schema(schema: &Schema) -> Self {
        let notes = schema.metadata().get("pandas");
        let notes: Option<Value> = notes.and_then(|notes| serde_json::from_str(notes).ok());
        let index_columns = notes
            .as_ref()
            .and_then(|notes| notes["index_columns"].as_array());
        let names = |name: fn(&Value) -> Option<&str>| {
            let indexes = index_columns.into_iter().flatten();
            let names = indexes.filter_map(name);
            names.map(ToOwned::to_owned).collect()
        };
        Self {
            index_columns: names(Value::as_str),
            range_indexes: names(|index| {
                index["kind"]
                    .as_str()
                    .filter(|kind| *kind == "range")
                    .and_then(|_| index["name"].as_str())
            }),
        }
    }

    /// Returns whether an index with this name only counts the rows, so that it is not in the file.
    pub(in crate::arrow) fn is_range_index(&self, column: &str) -> bool {
        self.range_indexes.iter().any(|name| name == column)
    }

    /// Returns whether a column is the index of the frame.
    pub(in crate::arrow) fn is_index(&self, column: &str) -> bool {
        self.index_columns.iter().any(|name| name == column)
    }

    /// Returns whether a column is an index without a name. It has the numbers that the rows had in the frame before some were
    /// left out, and nothing of the data.
    pub(in crate::arrow) fn is_unnamed_index(&self, column: &str) -> bool {
        column.starts_with("__index_level_") && self.is_index(column)
    }
}

/// Converts a column of the pandas type `period` to dates, or to years in a column of years; `None` if it is of another type.
///
/// pandas stores such a column as numbers that count its periods from 1970, and notes the length in the metadata of the field.
///
/// # Errors
/// If the periods are of another length than those of the column: its numbers must not be read as numbers.
pub(in crate::arrow) fn dates_of_periods(
    field: &Field,
    array: &ArrayRef,
    plan: &ColumnPlan,
) -> Option<Result<ArrayRef, ColumnErrorKind>> {
    let metadata = field.metadata();
    if metadata.get("ARROW:extension:name")? != "pandas.period" {
        return None;
    }
    let notes = metadata.get("ARROW:extension:metadata");
    let notes: Value = notes
        .and_then(|notes| serde_json::from_str(notes).ok())
        .unwrap_or_default();
    let dates = notes["freq"]
        .as_str()
        .and_then(|length| dates_of_length(length, array, plan));
    Some(dates.ok_or_else(|| {
        ColumnErrorKind::WrongType {
            expected: plan.physical_type.to_string(),
            found: "pandas.period of another length".to_owned(),
            advice: "write it as dates with `x.dt.to_timestamp()`, or as the number that is meant"
                .to_owned(),
        }
    }))
}

/// Converts periods of a length, as pandas names it, if the column has periods of the same length.
fn dates_of_length(length: &str, array: &ArrayRef, plan: &ColumnPlan) -> Option<ArrayRef> {
    let numbers = array.as_primitive_opt::<Int64Type>()?;
    let first_day: fn(i64) -> Option<CalendarPeriod> =
        match (length, plan.value_type.representation()) {
            ("M", Representation::Period(Grain::Month)) => |number| {
                let (year, month) = year_and_part(number, 12)?;
                YearMonth::try_from((year, month)).ok().map(Into::into)
            },
            ("Q-DEC", Representation::Period(Grain::Quarter)) => |number| {
                let (year, quarter) = year_and_part(number, 4)?;
                YearQuarter::try_from((year, quarter)).ok().map(Into::into)
            },
            ("D", Representation::Period(Grain::Day)) => |number| {
                CalendarPeriod::try_from_epoch_days(Grain::Day, number.try_into().ok()?).ok()
            },
            ("Y-DEC" | "A-DEC", Representation::Whole { .. })
                if plan.value_type.kind().name() == "year" =>
            {
                let years = numbers.unary::<_, Int64Type>(|number| number.saturating_add(1970));
                return Some(Arc::new(years) as ArrayRef);
            }
            _ => return None,
        };
    // A period that no column holds becomes a day on which no period starts.
    let days = numbers.iter().map(|number| {
        number.map(|number| first_day(number).map_or(i32::MAX, CalendarPeriod::to_epoch_days))
    });
    Some(Arc::new(days.collect::<Date32Array>()))
}

/// Returns the year and the part of it, counted from 1, of a number of parts since 1970.
fn year_and_part(number: i64, parts: i64) -> Option<(i32, u32)> {
    let year = number.div_euclid(parts).checked_add(1970)?;
    let part = number.rem_euclid(parts) + 1;
    Some((year.try_into().ok()?, part.try_into().ok()?))
}
