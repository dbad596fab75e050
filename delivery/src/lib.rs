//! Checks a delivery of research data against a model.
//!
//! A [`Delivery`] is a folder with a file for each block. [`Delivery::check`] reads every file once, column by column, and gives a
//! [`Report`]: all findings, grouped by check and column, with their number, the first lines and the periods; what passed; and the
//! size and hash of every file.
//!
//! ```no_run
//! # fn model() -> beraad_schema::describe::Model { unimplemented!() }
//! use beraad_delivery::{Delivery, Options};
//!
//! let model = model();
//! let delivery = Delivery::open("delivery".as_ref(), &model)?;
//! let report = delivery.check(&Options::new())?;
//! for finding in report.findings() {
//!     println!("{finding}");
//! }
//! # Ok::<(), beraad_delivery::DeliveryError>(())
//! ```
//!
//! No value of a row is in a report, which may be about a person, unless [`Options::show_values`] asks for it: a text that is not a
//! value is shown by its shape, in which every digit is a `9` and every letter an `a`.
#![forbid(unsafe_code)]

mod shape;
mod column;
mod period;
mod datum;
mod severity;
mod check;
mod tally;
mod plan;
mod part;
mod part_periods;
mod lanes;
mod periods;
mod checks;
mod renames;
mod options;
mod error;
mod row_hash;
mod keys;
mod field_text;
mod builder;
mod scan;
mod consumer;
mod hand_out;
mod column_data;
mod receipt;
mod hashed_file;
mod block_file;
mod path_values;
mod csv_part;
mod used_options;
mod file_format;
mod file_kind;
mod unread_file;
mod csv_file;
mod batch_part;
mod batch_file;
mod block_files;
mod file_table;
mod known_rows;
mod constraints;
mod constraint_rows;
mod block_plans;
mod worker;
mod line;
mod report;
mod comparison;
mod against;
mod finding_scope;
mod html;
mod delivery;
mod compare;
mod convert;
#[cfg(feature = "schemas")]
pub mod schemas;

pub use crate::check::Check;
pub use crate::checks::{CHECKS, check};
pub use crate::comparison::{
    BlockComparison, CodeChange, CodeComparison, CodeDifference, ColumnComparison, Comparison,
    KeyComparison, PeriodComparison, RowComparison, ShownAs, Sides, SubjectComparison,
    UnitComparison, UnitCounts,
};
pub use crate::constraints::ConstraintNotComputed;
pub use crate::convert::{
    Conversion, ConversionReceipt, ConvertError, ConvertFormat, ConvertOptions, Converted,
    ConvertedBlock, ConvertedFile, Repair,
};
pub use crate::delivery::Delivery;
pub use crate::error::DeliveryError;
pub use crate::finding_scope::FindingScope;
pub use crate::html::{comparison_html, html};
pub use crate::line::Line;
pub use crate::options::Options;
pub use crate::receipt::FileReceipt;
pub use crate::renames::Renames;
pub use crate::report::{BlockReport, Finding, Report};
pub use crate::severity::Severity;
pub use crate::used_options::UsedOptions;
