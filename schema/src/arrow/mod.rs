//! Arrow, by arrow-rs: the schema of a block, rows into batches and batches into rows.
//!
//! | to | see |
//! | --- | --- |
//! | get a schema | [`schema`], [`stamped_schema`], [`schema_of`] |
//! | turn rows into a batch | [`to_batch`]; many of them, batch by batch: [`Batches`] |
//! | turn a batch into rows | [`from_batch`]; one by one: [`Rows`] |
//! | write and read files | `ipc` (feature `ipc`), `parquet` (feature `parquet`) |
//! | see what was wrong | [`BatchError`], [`ColumnError`], [`Fault`] |
//!
//! A batch that is written has the physical types of [`PhysicalType`](crate::PhysicalType). A batch that is read may
//! have been written by others: its columns are found by name, in any order, and every type that says the same exactly
//! is taken. What is not the same is an error; nothing is truncated, rounded or guessed.
//!
//! | a column of | is written as | and read from, besides |
//! | --- | --- | --- |
//! | a month, a quarter | `date32` | `date64`, `timestamp` (without a time zone, or in UTC), at the first moment of the period |
//! | a year | `int16` | every integer; `float32`, `float64` and decimals that are whole |
//! | a serial number, a whole number | `uint32` | the same |
//! | a number with decimals | `decimal128(15, 4)` | other decimals, `float64`, every integer |
//! | yes or no | `bool` | |
//! | a code of a closed list, of at most 256 codes | `dictionary<uint8, utf8>`, its keys the positions in the list | `utf8`, `large_utf8`, `utf8_view`, and dictionaries of these with any key |
//! | another code, a class of amounts | `dictionary<uint16, utf8>` | the same |
//! | several values | `list` | `large_list`, `fixed_size_list` |
//! | what may be absent | the same, with nulls | `null`, and no column at all |
//!
//! Months, quarters and serial numbers are extension types over these. Most programs show what is below; polars computes
//! with them after `.ext.storage()`.

mod accept;
mod batches;
mod codes;
pub(crate) mod column;
mod error;
#[cfg(any(feature = "ipc", feature = "parquet"))]
mod file;
#[cfg(feature = "ipc")]
pub mod ipc;
#[cfg(feature = "parquet")]
pub mod parquet;
mod plan;
mod rows;
mod schema;

pub use arrow_array::RecordBatch;
pub use arrow_schema::{ArrowError, Schema, SchemaRef};

pub use self::batches::{Batches, to_batch};
pub use self::error::{BatchError, ColumnError, Fault};
#[cfg(any(feature = "ipc", feature = "parquet"))]
pub use self::file::FileError;
pub use self::rows::{Rows, from_batch};
pub use self::schema::{schema, schema_of, stamped_schema};
