//! Formats of a model: each is one file behind one record, and reads the description of the data and nothing else.
//!
//! ```
//! use beraad_codegen::{FORMATS, Options};
//!
//! fn paths(model: &beraad_schema::describe::Model) -> Result<Vec<String>, beraad_codegen::EmitError> {
//!     let mut paths = Vec::new();
//!     for format in FORMATS {
//!         for artefact in format.emit(model, &Options::default())? {
//!             paths.push(artefact.path);
//!         }
//!     }
//!     Ok(paths)
//! }
//! ```
//!
//! | to | see |
//! | --- | --- |
//! | choose a format | [`FORMATS`], [`find`] |
//! | write a model in it | [`Format::emit`], [`Options`], [`Artefact`] |
//! | know what it loses | [`Support`], [`Feature`], [`Carries`] |
//! | put artefacts into a folder | [`write_folder`] |
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod codebook;
mod format;
mod formats;
mod output;
mod support;
pub mod text;

pub use crate::format::{Artefact, EmitError, Format, Options, Selection, Words};
pub use crate::formats::{FORMATS, find};
pub use crate::output::{MARKER, OutputError, Summary, write_folder};
pub use crate::support::{Carries, Feature, Support};
