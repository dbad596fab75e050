//! The description of a data decision as data: what the decision authorises, and the blocks, variables, code lists, rules
//! and constraints that carry it out.
//!
//! Every type here is plain data that serialises to JSON and reads back equal. This crate has no
//! rows, no Arrow and no output formats. The crate `beraad-schema` re-exports everything as
//! `beraad_schema::describe`.
//!
//! | part | types |
//! | --- | --- |
//! | the decision | [`Deliberation`], [`Paragraph`], [`Heading`], [`Term`], [`Statement`], [`Phrase`] |
//! | the data | [`Model`], [`Block`], [`Column`], [`Variable`], [`Subject`], [`ValueType`] |
//! | the codes | [`CodeList`], [`CodeIndex`], [`ColumnCodes`], [`CodeEntry`], [`Meaning`], [`CodeForm`], [`CodePattern`] |
//! | the conditions | [`Rule`] and [`Expr`] for one row, [`Constraint`] and [`ForeignKey`] for several |
//! | the institutions and terms of the texts | [`GlossaryEntry`] |
//! | the sources | [`Origin`], [`Note`], [`SeriesBreak`], [`MatchQuality`], [`TypeCertainty`] |
//! | texts and time | [`Label`], [`Language`], [`Date`], [`Period`], [`Moment`], [`YearMonth`], [`YearQuarter`], [`Year`] |
//!
//! A struct that may get more fields is `#[non_exhaustive]`: create it with `new` and set its public fields. Enums are
//! exhaustive, so that the compiler lists every place that a new variant concerns.
//!
//! ```
//! use beraad_describe::{Date, Deliberation, Label, Language, Model, Window};
//!
//! let title = Label::new([(Language::NL, "Uitleningen van een bibliotheek"), (Language::EN, "Loans of a library")]);
//! let window = Window::of_years(2005, 2013);
//! let mut decision = Deliberation::new("20/001", title, Date::ymd(2020, 2, 1), window);
//! decision.committee = Label::new([(Language::NL, "Comité van de bibliotheken")]);
//! let model = Model::new("1.0.0", decision);
//!
//! let json = serde_json::to_string(&model)?;
//! assert_eq!(Model::from_json(&json).unwrap(), model);
//! # Ok::<(), serde_json::Error>(())
//! ```
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[macro_use]
mod vocabulary_enum;
mod hash;
mod visible;
mod suggest;
mod text;
mod file_name;
mod language;
mod label;
mod period;
mod plausible;
mod calendar;
mod deliberation;
mod provenance;
mod quantity;
mod value_type;
mod code_text;
mod code_pattern;
mod code_form;
mod code_list;
mod code_index;
mod expr;
mod rule;
mod subject;
mod variable;
mod block;
mod observation;
mod condition;
mod constraint;
mod counted;
mod glossary;
mod model;
mod part;
mod column_codes;
mod example;
#[cfg(feature = "model-schema")]
mod model_schema;
mod macros;
#[doc(hidden)]
pub mod __private;
#[cfg(test)]
mod round_trip;

pub use crate::block::{Block, Column, Field, Group, Identity, Role, RoleColumn, Temporality};
pub use crate::calendar::{
    CalendarError, CalendarPeriod, CalendarType, Day, Grain, ObservationPeriod, Periods, TextForm,
    Year, YearMonth, YearQuarter,
};
pub use crate::code_form::{CodeForm, CodeFormError, CodeLength, CodeLengthError};
pub use crate::code_index::CodeIndex;
pub use crate::code_list::{
    AmountClassBounds, ClosedSide, CodeEntry, CodeList, ListKind, ListStatus, Meaning,
    MissingReason, ReadAt, SuppliedFile,
};
pub use crate::code_pattern::{CodePattern, CodePatternError};
pub use crate::code_text::CodeTextError;
pub use crate::column_codes::ColumnCodes;
pub use crate::condition::{AgeLimits, Condition, Equal, Exception, Operand, RowExists};
pub use crate::constraint::{AppliesTo, Constraint, ForeignKey, Severity};
pub use crate::counted::{counted, grouped};
pub use crate::deliberation::{
    Amounts, Deliberation, Heading, Languages, Paragraph, Phrase, Retention, Statement, Term,
    Window, Words, YearlyStates,
};
pub use crate::example::example_model;
pub use crate::expr::{Dialect, Expr, Form, Literal, Operator};
pub use crate::file_name::is_windows_device;
pub use crate::glossary::GlossaryEntry;
pub use crate::hash::Fingerprint;
pub use crate::label::Label;
pub use crate::language::{InvalidLanguage, Language};
pub use crate::model::{FORMAT_NUMBER, Model, ReadModelError, Trace};
pub use crate::observation::{OBSERVATION_PERIOD_IN_WINDOW, Observation};
pub use crate::period::{Date, Moment, ParseDateError, ParseMomentError, Period};
pub use crate::plausible::{
    PACKAGE_LABEL_BYTES, PLAUSIBLE_MONTHS, PLAUSIBLE_PERCENTAGES, PLAUSIBLE_YEARS, PeriodEnd,
    code_without_slips, code_without_zeros, is_missing_mark, is_missing_sign,
};
pub use crate::provenance::{MatchQuality, Note, Origin, SeriesBreak, TypeCertainty};
pub use crate::quantity::{InvalidQuantity, NumberQuantity, OwnQuantity, Quantity};
pub use crate::rule::Rule;
pub use crate::subject::Subject;
pub use crate::suggest::{did_you_mean, nearest, one_of};
pub use crate::text::{List, Text};
pub use crate::value_type::{
    DECIMALS, DECIMALS_MAX, DIGITS_MAX, IntegerSize, KindRecord, Representation, SCALED_MAX,
    UnknownKind, ValueKind, ValueType, WHOLE_MAX, largest_with_decimals,
};
pub use crate::variable::{MAX_COLUMN_NAME_LEN, MeasurementLevel, Variable};
pub use crate::visible::{excerpt, excerpt_of, visible, visible_code};
