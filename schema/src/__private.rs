//! Not public API: what the code that the derive macros generate names.
//!
//! The macros and this crate are published together and depend on each other with an exact version, so that generated code and
//! the JSON in it always are of the version that reads them.

pub use core::result::Result::{Err, Ok};

#[cfg(feature = "schemars")]
pub use schemars;
pub use serde;

pub use crate::bounds::{field, operand};
pub use crate::describe::__private::{
    check_constraint, check_distinct_subjects, check_glossary, check_note, check_series_break,
    check_subject,
};
#[cfg(feature = "schemars")]
pub use crate::json_schema::{schemars_schema, schemars_schema_of_value};
pub use crate::row::{
    BlockRef, Carried, ColumnNames, Described, Draft, FieldType, GroupValues, HeadingRef,
    RowSource, TermRef, column_names, coverage, deliberation, fields,
};
pub use crate::row_serde::{deserialize, serialize};
pub use crate::value::stored::{Positioned, form::Position};
pub use crate::value::{
    ListText, cardinality, code_datum, deserialize_scalar, form, grain, has_values, no_days, nth,
    parse_position, position,
};
