//! Arrow, by arrow-rs: schemas of blocks, and conversion between rows and record batches.
//!
//! | to | see |
//! | --- | --- |
//! | get a schema | [`schema`], [`schema_with_options`], [`schema_with_fingerprint`], [`schema_of`] |
//! | convert rows to a record batch | [`to_batch`], for many rows [`BatchBuilder`] |
//! | convert a record batch to rows | [`from_batch`], one by one [`RowReader`] |
//! | read columns by a model, without a row type | [`BatchColumns`] |
//! | write and read files | `parquet::write_file`, `parquet::Reader` (feature `parquet`); the same in `ipc` (feature `ipc`) |
//! | read several files, or a folder such as `year=2010/` | `Files`, `data_files` (with one of these features) |
//! | compare a file with the model at hand | [`WrittenWith`] |
//! | handle errors | [`BatchError`], [`ColumnError`], [`ColumnErrorKind`] |
//!
//! A record batch that is written has the types of [`PhysicalType`](crate::PhysicalType). A record batch that is read may
//! come from another program: its columns are found by name, in any order, and every type that represents the values
//! losslessly is accepted. All other types are errors, which say what to write instead; nothing is truncated, rounded or
//! guessed. The page `docs/accepted-forms.md` of the repository has every form, for JSON and CSV too.
//!
//! | a column of | is written as | and also read from |
//! | --- | --- | --- |
//! | days, months, quarters | `date32` | `date64`, `timestamp` (without a time zone, or in UTC), at the start of the period; texts of the form of JSON; `pandas.period` |
//! | years | `int16` | every integer type; `float32`, `float64` and decimals, if the numbers are whole |
//! | serial numbers, whole numbers | `uint32` | the same types as years |
//! | numbers with decimals | `decimal128(15, 4)` | other decimals, `float64`, every integer type |
//! | yes or no | `bool` | the numbers 1 and 0, and the texts `true`, `false`, `1`, `0`, `1.0` and `0.0` |
//! | codes of a closed list with at most 256 codes | `dictionary<uint8, utf8>`, whose keys are the positions in the list | `utf8`, `large_utf8`, `utf8_view`, and dictionaries of these with any key type |
//! | other codes, amount classes | `dictionary<uint16, utf8>` | the same types as codes of a closed list |
//! | numbers, dates, yes or no | as above | also dictionaries of these types |
//! | several values | `list` | `large_list`, `fixed_size_list`; empty lists of any type |
//! | optional values | the same type, with nulls | any type, if no row has a value; the column may also be missing |
//!
//! The unnamed index of a pandas frame is left out.
//!
//! The metadata of a field says what its column means: by `beraad.kind`, a `date32` is a month or a quarter, and a `uint32`
//! is a serial number or a count. [`SchemaOptions::extension_names`] marks these as Arrow extension types as well.
//!
//! The readers compare the metadata of a record batch or a file with the block, where there are any: another decision, another
//! block, or a column with another kind of values, subject of serial numbers, currency or quantity is an error. Another version or
//! fingerprint of the model is a warning, since only a model knows its own: [`WrittenWith::warnings`].
//!
//! # One version of Arrow in a program
//!
//! This library compiles with Arrow 59 and 60. A record batch of the one is another type than that of the other, so everything
//! in a program that exchanges batches needs the same major version. Cargo takes the newest version for each dependency: beside a
//! library that needs Arrow 59, such as DataFusion 55, a new `Cargo.lock` has both versions, and `RecordBatch` is a "mismatched type".
//! These commands set the version of this library, from the crate on which no other depends down to those that all depend on:
//!
//! ```text
//! cargo update parquet@60 --precise 59.3.2
//! cargo update arrow-ipc@60 --precise 59.3.2
//! cargo update arrow-array@60 --precise 59.3.2
//! cargo update arrow-buffer@60 --precise 59.3.2
//! cargo update arrow-schema@60 --precise 59.3.2
//! ```
//!
//! Beside DataFusion the first one is usually enough, because Cargo then takes the versions that the program has already. A command
//! that answers `did not match any packages` has nothing left to do. In another order Cargo refuses: a crate cannot go down before
//! those that depend on it. `cargo tree --invert arrow-array` shows who uses the one version that is left; if it answers `ambiguous`,
//! there are still two, and `cargo tree --invert arrow-array@60` shows who needs the newer one.
//!
//! Commit the `Cargo.lock`. The crates that are part of the interface are re-exported, so that a program need not state their version:
//! [`arrow_array`] and [`arrow_schema`]. `examples/analysis` of the repository is a program with DataFusion.

// From the bottom up: a module imports only from those before it.
mod error;
mod schema;
mod written_with;
mod plan;
mod number;
mod fitted;
pub(crate) mod builders;
mod columns;
pub(crate) mod readers;
#[cfg(any(feature = "ipc", feature = "parquet"))]
mod path_columns;
mod batch_columns;
#[cfg(any(feature = "ipc", feature = "parquet"))]
mod quiet_panic;
#[cfg(any(feature = "ipc", feature = "parquet"))]
mod stored_schema;
#[cfg(any(feature = "ipc", feature = "parquet"))]
mod file;
#[cfg(any(feature = "ipc", feature = "parquet"))]
mod files;
#[cfg(any(feature = "ipc", feature = "parquet"))]
mod new_file;
#[cfg(feature = "ipc")]
pub mod ipc;
#[cfg(feature = "parquet")]
pub mod parquet;

pub use arrow_array;
pub use arrow_array::RecordBatch;
pub use arrow_buffer;
pub use arrow_schema;
pub use arrow_schema::{ArrowError, Schema, SchemaRef};

pub use self::batch_columns::{BatchColumns, ColumnData, ColumnValues};
pub use self::builders::{BatchBuilder, to_batch};
pub use self::error::{BatchError, ColumnError};
#[cfg(any(feature = "ipc", feature = "parquet"))]
pub use self::file::FileError;
#[cfg(any(feature = "ipc", feature = "parquet"))]
pub use self::files::{Files, FilesError, FilesWarning, RowFile, data_files};
#[cfg(any(feature = "ipc", feature = "parquet"))]
pub use self::path_columns::PathColumns;
pub use self::readers::{RowReader, from_batch};
pub use self::schema::{schema, schema_of, schema_with_fingerprint, schema_with_options};
pub use self::written_with::{BlockChange, FileWarning, WrittenWith};
pub use crate::schema_options::SchemaOptions;
pub use crate::value::column::ColumnErrorKind;
