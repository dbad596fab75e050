//! The Arrow schema that a file stores: types that `arrow-rs` does not know, and the conversion by `arrow-rs`.

use arrow_ipc::Type;
use arrow_schema::Schema;

use super::error::{BatchError, ColumnError};
use super::plan::BlockPlan;
use super::quiet_panic;
use crate::row::Block;
use crate::value::column::ColumnErrorKind;

/// The name of such integers.
const WIDE_TYPE: &str = "Int128";
const WIDE_ADVICE: &str = "an integer of 128 bits is a type of polars only: write 64 bits, in polars `x.cast(pl.Int64)`, in pandas \
    `x.astype(\"Int64\")`, in R `as.numeric(x)`";

/// Returns the names of the columns of integers of more than 64 bits, which polars writes. `arrow-rs` has no such type, and its error does
/// not name the column.
fn wide_integers(schema: arrow_ipc::Schema<'_>) -> Vec<&str> {
    let fields = schema.fields().into_iter().flatten();
    let wide = fields.filter(|field| {
        let integer = field
            .type_as_int()
            .filter(|_| field.type_type() == Type::Int);
        integer.is_some_and(|integer| integer.bitWidth() > 64)
    });
    wide.filter_map(|field| field.name()).collect()
}

/// Validates that a stored schema has no integers of more than 64 bits, whatever the block.
///
/// # Errors
/// [`BatchError::Columns`], with every column that has such integers.
#[cfg(feature = "ipc")]
pub(super) fn validate_all_integers(schema: arrow_ipc::Schema<'_>) -> Result<(), BatchError> {
    let columns = wide_integers(schema).into_iter().map(|name| ColumnError {
        column: name.to_owned(),
        kind: ColumnErrorKind::WrongType {
            expected: "integers of at most 64 bits".to_owned(),
            found: WIDE_TYPE.to_owned(),
            advice: WIDE_ADVICE.to_owned(),
        },
    });
    let columns: Vec<_> = columns.collect();
    if columns.is_empty() {
        return Ok(());
    }
    let block = "";
    Err(BatchError::Columns { block, columns })
}

/// Validates that a stored schema has no integers of more than 64 bits.
///
/// # Errors
/// [`BatchError::Columns`], with every column of the block that has such integers, or else with the first other column.
pub(super) fn validate_integers<R: Block>(schema: arrow_ipc::Schema<'_>) -> Result<(), BatchError> {
    let names = wide_integers(schema);
    let error_of = |column: &str, kind| ColumnError {
        column: column.to_owned(),
        kind,
    };
    let plans = BlockPlan::of_block::<R>().columns.iter();
    let known = plans.filter(|plan| names.contains(&plan.name));
    let mut columns: Vec<_> = known
        .map(|plan| {
            let expected = plan.physical_type.to_string();
            let found = WIDE_TYPE.to_owned();
            let advice = WIDE_ADVICE.to_owned();
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

/// Converts a stored schema; `None` if it is not valid.
///
/// The function of `arrow-ipc` that returns an error is new in Arrow 60. This one, which Arrow 59 has too, panics on a schema
/// that is not valid, such as a list without items.
pub(super) fn to_schema(schema: arrow_ipc::Schema<'_>) -> Option<Schema> {
    #[allow(
        deprecated,
        reason = "Arrow 59 has no other function, and there it is not deprecated"
    )]
    quiet_panic::catch(|| arrow_ipc::convert::fb_to_schema(schema))
}
