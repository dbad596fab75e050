//! The vocabulary of Beraad: what a decision that authorises research data says, which blocks, variables and code lists
//! carry it out, and the value types that make what is too fine impossible to write down.
//!
//! A model crate writes structs with `#[derive(Block)]` (of `beraad-model-derive`). From each struct follow a constant
//! [`Block`], a walk over its fields and a constructor ([`Fields`]); and over these, written once, serde, JSON Schema
//! and Arrow schemas. Formats and checks take a [`Model`] and never know which decision it describes.
//!
//! | to | see |
//! | --- | --- |
//! | read what is described | [`Model`], [`Block`], [`Variable`], [`CodeList`], [`Deliberation`] |
//! | hold values | [`YearMonth`], [`YearQuarter`], [`Year`], [`SerialNumber`], [`Code`], [`AmountClass`], [`Count`], [`Percentage`] ... |
//! | write over rows of any block | [`Block`], [`Walk`], [`Source`] |
//! | check rows | [`Block::check`], [`Checks`], [`Violation`] |
//! | generate random rows | [`arbitrary`] (feature `proptest`) |
//! | get schemas | [`json_schema`], [`arrow`] (feature `arrow`), [`arrow2`] (feature `arrow2`) |
//! | turn rows into batches and files, and back | [`Block::to_batch`], [`Block::from_batch`], [`arrow`] (features `ipc`, `parquet`) |
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

/// The description of a decision and of what carries it out, as data.
pub use beraad_describe as describe;
pub use beraad_describe::{constraint, note, origin, series_break};
/// `#[derive(Block)]`, `#[derive(CodeList)]` and `deliberation!`.
#[cfg(feature = "derive")]
pub use beraad_model_derive::{Block, CodeList, deliberation};

// From the bottom up: a module imports only from the modules above it in this list.
mod value;
mod bounds;
mod row;
mod json;
pub mod json_schema;
mod physical;
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

pub use crate::physical::{PhysicalField, PhysicalType, physical_fields, schema_metadata};
pub use crate::row::{
    Block, Checks, CompiledRule, Fields, Get, NoSuchColumn, Source, Value, Violation,
    ViolationKind, Walk,
};
#[doc(hidden)]
pub use crate::value::stored;
pub use crate::value::{
    AmountClass, Code, CodeList, CodeText, Count, Datum, Days, Employer, Flag, Hours, HoursPerWeek,
    Months, Number, ObservationPeriod, Percentage, Person, QuantityType, Ratio, Scalar, Scaled,
    SerialNumber, Several, Subject, ValueError, Weeks, Whole, Year, YearMonth, YearQuarter,
    quantity,
};
pub use beraad_describe::CalendarError;
