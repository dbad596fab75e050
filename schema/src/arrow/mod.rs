//! Arrow, by arrow-rs: schemas of blocks, and conversion between rows and record batches.
//!
//! | to | see |
//! | --- | --- |
//! | get a schema | [`schema`], [`schema_with_options`], [`schema_with_fingerprint`], [`schema_of`] |
//! | convert rows to a record batch | [`to_batch`], for many rows [`BatchBuilder`] |
//! | convert a record batch to rows | [`from_batch`], one by one [`RowReader`] |
//! | write and read files | `ipc` (feature `ipc`), `parquet` (feature `parquet`) |
//! | handle errors | [`BatchError`], [`ColumnError`], [`ColumnErrorKind`] |
//!
//! A record batch that is written has the types of [`PhysicalType`](crate::PhysicalType). A record batch that is read may
//! come from another program: its columns are found by name, in any order, and every type that represents the values
//! losslessly is accepted. All other types are errors; nothing is truncated, rounded or guessed.
//!
//! | a column of | is written as | and also read from |
//! | --- | --- | --- |
//! | months, quarters | `date32` | `date64`, `timestamp` (without a time zone, or in UTC), at the start of the period |
//! | years | `int16` | every integer type; `float32`, `float64` and decimals, if the numbers are whole |
//! | serial numbers, whole numbers | `uint32` | the same types as years |
//! | numbers with decimals | `decimal128(15, 4)` | other decimals, `float64`, every integer type |
//! | yes or no | `bool` | |
//! | codes of a closed list with at most 256 codes | `dictionary<uint8, utf8>`, whose keys are the positions in the list | `utf8`, `large_utf8`, `utf8_view`, and dictionaries of these with any key type |
//! | other codes, amount classes | `dictionary<uint16, utf8>` | the same types as codes of a closed list |
//! | several values | `list` | `large_list`, `fixed_size_list` |
//! | optional values | the same type, with nulls | `null`; the column may also be missing |
//!
//! The metadata of a field says what its column means: by `beraad.kind`, a `date32` is a month or a quarter, and a `uint32`
//! is a serial number or a count. [`SchemaOptions::extension_names`] marks these as Arrow extension types as well.

// From the bottom up: a module imports only from those before it.
mod error;
mod schema;
mod plan;
mod number;
mod fitted;
pub(crate) mod builders;
pub(crate) mod readers;
#[cfg(any(feature = "ipc", feature = "parquet"))]
mod file;
#[cfg(feature = "ipc")]
pub mod ipc;
#[cfg(feature = "parquet")]
pub mod parquet;

pub use arrow_array::RecordBatch;
pub use arrow_schema::{ArrowError, Schema, SchemaRef};

pub use self::builders::{BatchBuilder, to_batch};
pub use self::error::{BatchError, ColumnError};
#[cfg(any(feature = "ipc", feature = "parquet"))]
pub use self::file::FileError;
pub use self::readers::{RowReader, from_batch};
pub use self::schema::{schema, schema_of, schema_with_fingerprint, schema_with_options};
pub use crate::schema_options::SchemaOptions;
pub use crate::value::column::ColumnErrorKind;
