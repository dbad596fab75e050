//! A value of a column as data.

use beraad_schema::describe::{Representation, ValueType};
use beraad_schema::{CodeText, Datum};

use crate::column::{Column, VALUE, Values};
use crate::period::period_of;

/// Returns the value of a row as data.
pub(crate) fn datum(column: &Column, row: usize, value_type: &ValueType) -> Datum {
    if column.states[row] != VALUE {
        return Datum::Null;
    }
    match &column.values {
        Values::Lists { rows, items } => {
            let first = rows.partition_point(|it| *it < row);
            let end = rows.partition_point(|it| *it <= row);
            let items = (first..end).map(|item| datum_at(items, item, value_type.item()));
            Datum::List(items.collect())
        }
        values => datum_at(values, row, value_type),
    }
}

fn datum_at(values: &Values, place: usize, value_type: &ValueType) -> Datum {
    match values {
        Values::Codes { keys, texts } => {
            let key = usize::try_from(keys[place]).ok();
            let text = key.and_then(|key| texts.get(key));
            let code = text.and_then(|text| CodeText::try_new(text).ok());
            code.map_or(Datum::Null, Datum::Code)
        }
        // A list has values, and no lists.
        Values::Lists { .. } => Datum::Null,
        Values::Numbers(numbers) => {
            let number = numbers[place];
            match (value_type.grain(), value_type.representation()) {
                (Some(grain), _) => period_of(grain, number).map_or(Datum::Null, Datum::Period),
                (None, Representation::Flag) => Datum::Flag(number != 0),
                (None, Representation::Decimal { decimals, .. }) => Datum::Scaled {
                    units: number,
                    decimals,
                },
                (None, _) => Datum::Whole(number),
            }
        }
    }
}
