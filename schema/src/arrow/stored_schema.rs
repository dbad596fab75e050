//! The Arrow schema that a file stores, before `arrow-rs` reads it: types that this crate does not know.

use arrow_ipc::{Schema, Type};

use super::error::{BatchError, ColumnError};
use super::plan::BlockPlan;
use crate::row::Block;
use crate::value::column::ColumnErrorKind;

/// Validates that a stored schema has no integers of more than 64 bits, which polars writes. `arrow-rs` has no such type, and its
/// error does not name the column.
///
/// # Errors
/// [`BatchError::Columns`], with every column of the block that has such integers, or else with the first other column.
pub(super) fn validate_integers<R: Block>(schema: Schema<'_>) -> Result<(), BatchError> {
    let fields = schema.fields().into_iter().flatten();
    let wide = fields.filter(|field| {
        let integer = field
            .type_as_int()
            .filter(|_| field.type_type() == Type::Int);
        integer.is_some_and(|integer| integer.bitWidth() > 64)
    });
    let names: Vec<_> = wide.filter_map(|field| field.name()).collect();
    let error_of = |column: &str, kind| ColumnError {
        column: column.to_owned(),
        kind,
    };
    let plans = BlockPlan::of_block::<R>().columns.iter();
    let known = plans.filter(|plan| names.contains(&plan.name));
    let mut columns: Vec<_> = known
        .map(|plan| {
            let expected = plan.physical_type.to_string();
            let found = "Int128".to_owned();
            let advice = "an integer of 128 bits is a type of polars only: write 64 bits, in polars `x.cast(pl.Int64)`, in pandas \
                `x.astype(\"Int64\")`, in R `as.numeric(x)`"
                .to_owned();
            error_of(
                plan.name,
                ColumnErrorKind::WrongType {
                    expected,
                    found,
                    advice,
                },
            )
        })
        .collect();
    match names.first() {
        None => return Ok(()),
        Some(first) if columns.is_empty() => {
            let advice =
                "it has integers of 128 bits; leave it out, in polars `x.drop(..)`".to_owned();
            columns.push(error_of(first, ColumnErrorKind::Unknown { advice }));
        }
        Some(_) => {}
    }
    let block = R::ID;
    Err(BatchError::Columns { block, columns })
}
