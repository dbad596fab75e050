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
        Values::Codes { keys, texts } => {
            let text = usize::try_from(keys[row])
                .ok()
                .and_then(|key| texts.get(key));
            let code = text.and_then(|text| CodeText::try_new(text).ok());
            code.map_or(Datum::Null, Datum::Code)
        }
        Values::Numbers(numbers) => match (value_type.grain(), value_type.representation()) {
            (Some(grain), _) => period_of(grain, numbers[row]).map_or(Datum::Null, Datum::Period),
            (None, Representation::Flag) => Datum::Flag(numbers[row] != 0),
            (None, Representation::Decimal { decimals, .. }) => Datum::Scaled {
                units: numbers[row],
                decimals,
            },
            (None, _) => Datum::Whole(numbers[row]),
        },
    }
}
