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
//! | write over rows of any block | [`Row`], [`Walk`], [`Source`] |
//! | check rows | [`Row::check`], [`Checks`], [`Violation`] |
//! | make rows up | [`arbitrary`] (feature `proptest`) |
//! | get schemas | [`json_schema`], [`arrow`] (feature `arrow`), [`arrow2`] (feature `arrow2`) |
//! | turn rows into batches and files, and back | [`Row::to_batch`], [`Row::from_batch`], [`arrow`] (features `ipc`, `parquet`) |
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[doc(hidden)]
pub mod __private;
#[cfg(feature = "proptest")]
pub mod arbitrary;
#[cfg(feature = "arrow")]
pub mod arrow;
#[cfg(feature = "arrow2")]
pub mod arrow2;
mod block;
#[doc(hidden)]
pub mod check;
mod code_list;
mod deliberation;
mod json;
pub mod json_schema;
mod label;
mod macros;
mod model;
#[doc(hidden)]
pub mod operand;
mod period;
mod physical;
mod predicate;
mod provenance;
mod row;
mod rule;
mod value;
mod value_type;
mod variable;
mod violation;

/// The crate of dates that value types coarsen from.
pub use chrono;

pub use crate::block::{Block, Column, Field, Group, Identity, Role, RoleColumn, Temporality};
pub use crate::code_list::{
    AmountClassBounds, ClosedSide, Code as CodeEntry, CodeList, ListKind, ListRole, Meaning,
    MissingSort, ReadAt, Supplied,
};
pub use crate::deliberation::{Deliberation, Grain, Heading, Paragraph, Phrase, Statement, Term};
pub use crate::label::{Label, Language, List, Text};
pub use crate::model::{Model, Trace};
pub use crate::period::{Date, Moment, ParseDateError, Period};
pub use crate::physical::{PhysicalField, PhysicalType, physical_fields, schema_metadata};
pub use crate::predicate::{AppliesTo, Force, Predicate, Reference};
pub use crate::provenance::{Match, Note, Origin, SeriesBreak, TypeCertainty};
pub use crate::row::{Fields, Get, Row, Source, Walk};
pub use crate::rule::{Condition, Expr, Literal, NoSuchColumn, Operator, Rule};
#[doc(hidden)]
pub use crate::value::stored;
pub use crate::value::{
    AmountClass, Code, CodeText, Codes, Count, Datum, Days, Employer, Flag, Hours, HoursPerWeek,
    Months, Number, ObservationPeriod, Percentage, Person, Ratio, Scalar, Scaled, SerialNumber,
    Several, Subject, Unit, Value, ValueError, Weeks, Whole, Year, YearMonth, YearQuarter, unit,
};
pub use crate::value_type::{DECIMALS, Quantity, SCALED_MAX, ValueKind, ValueType, WHOLE_MAX};
pub use crate::variable::{Level, Variable};
pub use crate::violation::{Broken, Checks, OBSERVATION_PERIOD_IN_WINDOW, Violation};
