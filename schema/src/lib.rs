//! Typed rows of research data that a decision authorises, and everything that follows from their types.
//!
//! A model crate writes one struct for each kind of row, with `#[derive(Block)]`. The derive checks the struct against the
//! decision and implements [`Block`]: a description of every column ([`describe::Block`]), a visitor over the columns
//! ([`Walk`]) and a constructor ([`Source`]). Serde, JSON Schema, Arrow, checks and random rows are written once over these
//! and never know which decision they serve.
//!
//! ```
//! use beraad_schema::{Block, describe::Model};
//!
//! /// Reads rows of any block from JSON lines, and reports what they violate.
//! fn check_lines<R: Block>(lines: &str, model: &Model) -> serde_json::Result<()> {
//!     for line in lines.lines() {
//!         let row: R = serde_json::from_str(line)?; // strict: an unknown column or a day is an error
//!         for violation in row.check(model) {
//!             println!("{violation}"); // never a value, which may be about a person
//!         }
//!     }
//!     Ok(())
//! }
//! ```
//!
//! | to | start from |
//! | --- | --- |
//! | declare rows, code lists and a decision | `#[derive(Block)]`, `#[derive(CodeList)]`, `deliberation!` (feature `derive`) |
//! | share a text between variables | [`note!`], [`series_break!`], [`origin!`], [`constraint!`] |
//! | explain the abbreviations of the texts | [`glossary_entry!`] |
//! | hold a date | [`YearMonth`], [`YearQuarter`], [`Year`] |
//! | hold a person, an employer or another unit | [`SerialNumber<Person>`](SerialNumber), [`SerialNumber<Employer>`](SerialNumber), [`Subject`] and [`subject!`] |
//! | hold a code or a class of amounts | an enum that derives `CodeList`, [`Code<List>`](Code), [`AmountClass<List>`](AmountClass) |
//! | hold an exact amount of money, where the decision allows it | [`Amount`] of a [`currency`] |
//! | hold a number that may be negative, or of a quantity of one's own | [`Signed`]; [`QuantityType`] |
//! | hold a number, or yes or no | [`Count`], [`Days`], [`Weeks`], [`Months`], [`Years`], [`Age`], [`Minutes`], [`Hours`], [`HoursPerWeek`], [`Percentage`], [`Ratio`]; `bool` |
//! | hold an optional value, or several | `Option` or `Vec` of one of these; see [`Value`] |
//! | convert a value from and to text and numbers | the table in [`Scalar`] |
//! | find the label of a code | [`describe::Model::codes_of`] |
//! | count months, quarters and years | [`YearMonth::plus`], [`YearQuarter::since`], [`Year::through`], [`YearMonth::all_in`] |
//! | find rows that occur twice | [`Block::key`] |
//! | read a description | [`Block::description`], [`CodeList::description`], [`describe::Model`] |
//! | check rows | [`Block::check`], for many rows [`Checks`]; the result is [`Violation`] |
//! | read and write JSON and CSV | serde, which every row implements |
//! | read CSV files as a provider writes them | `csv::Dialect` (feature `csv`) |
//! | report all errors of a row at once | [`RowResult`], or `csv::Reader` |
//! | get a JSON Schema | [`json_schema`] |
//! | get an Arrow schema; convert rows and Arrow batches | `arrow` (feature `arrow`) |
//! | read and write Arrow and Parquet files | `arrow::ipc`, `arrow::parquet` (features `ipc`, `parquet`) |
//! | get random valid rows for a test | `arbitrary` (feature `proptest`) |
//! | write code for the rows of any block | [`Fields`], [`Walk`], [`Source`], [`Get`]; as data: [`Datum`], [`CompiledRule`], [`NearCodes`] |
//!
//! Three promises hold for all of it. No value type accepts an ill-formed value. No message and no violation repeats a value of
//! a row. Nothing here opens a file or asks for the clock or the environment.
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

/// The description of a decision, and of the blocks and code lists that carry it out, as data.
pub use beraad_describe as describe;
pub use beraad_describe::{
    constraint, glossary_entry, note, origin, own_quantity, series_break, subject,
};
#[cfg(feature = "derive")]
pub use beraad_model_derive::{Block, CodeList, deliberation};

// From the bottom up: a module imports only from the modules above it in this list.
mod physical;
mod value;
mod bounds;
mod row;
mod row_serde;
#[cfg(feature = "csv")]
pub mod csv;
pub mod json_schema;
#[cfg(feature = "schemars")]
mod value_schemas;
#[cfg(any(feature = "arrow", feature = "arrow2"))]
mod block_fields;
#[cfg(any(feature = "arrow", feature = "arrow2"))]
mod schema_options;
#[cfg(feature = "arrow")]
pub mod arrow;
#[cfg(feature = "arrow2")]
pub mod arrow2;
#[cfg(feature = "proptest")]
pub mod arbitrary;
mod derived;
#[doc(hidden)]
pub mod __private;

pub use crate::physical::{
    PhysicalField, PhysicalType, model_metadata, physical_fields, schema_metadata,
};
pub use crate::row::{
    Block, Checks, CompiledRule, FieldError, FieldErrorKind, Fields, Get, NearCodes, NoSuchColumn,
    RowError, RowKey, RowWarning, RowWarningKind, Source, Value, Violation, ViolationKind, Walk,
};
pub use crate::row_serde::RowResult;
#[doc(hidden)]
pub use crate::value::stored;
pub use crate::value::{
    Age, Amount, AmountClass, Code, CodeList, CodeText, Count, Currency, Datum, Day, Days,
    Employer, Flag, Hours, HoursPerWeek, Minutes, Months, Number, NumberOf, ObservationPeriod,
    Percentage, Person, QuantityType, Ratio, Scalar, Scaled, SerialNumber, Several, Signed,
    Subject, ValueError, Weeks, Whole, Year, YearMonth, YearQuarter, Years, currency, quantity,
};
pub use beraad_describe::CalendarError;
