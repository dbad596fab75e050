//! Formats of a model: each is one file with one record, and reads nothing but the description of the data.
//!
//! ```
//! use beraad_codegen::{FORMATS, Options};
//!
//! fn paths(model: &beraad_schema::describe::Model) -> Result<Vec<String>, beraad_codegen::EmitError> {
//!     let options = Options::new(FORMATS);
//!     let mut paths = Vec::new();
//!     for format in FORMATS {
//!         for artefact in format.emit(model, &options)? {
//!             paths.push(artefact.path);
//!         }
//!     }
//!     Ok(paths)
//! }
//! ```
//!
//! | task | see |
//! | --- | --- |
//! | choose a format | [`FORMATS`], [`find_format`] |
//! | write a model in it | [`Format::emit`], [`Options`], [`Artefact`] |
//! | say what changed since earlier versions | [`History`], [`Options::with_history`] |
//! | identify the model of a folder | [`model_file`] |
//! | say what the files of a folder are for | [`readme_file`] |
//! | see what it loses | [`Support`], [`Feature`], [`Carries`] |
//! | write artefacts to a folder | [`OutputFolder`] |
//! | show a block in a terminal | [`terminal`] |
//! | define a format in another crate | [`Format`], [`ProgramText`], [`testing`] |
//! | read a text of the program in some language | [`messages`] |
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod messages;
mod retention;
mod support;
mod artefact;
mod history;
mod format;
mod json;
mod model_file;
mod readme_file;
mod output;
mod codebook;
mod tables;
mod packages;
mod formats;
pub mod testing;

pub use crate::artefact::Artefact;
pub use crate::codebook::terminal;
pub use crate::format::{EmitError, Format, Options, Selection, WriteFormat, find_format};
pub use crate::formats::FORMATS;
pub use crate::history::History;
pub use crate::messages::ProgramText;
pub use crate::model_file::{MODEL_FILE, model_file};
pub use crate::output::{MARKER, OutputError, OutputFolder, Summary};
pub use crate::readme_file::{README_FILE, readme_file};
pub use crate::retention::retention;
pub use crate::support::{Carries, Feature, Support};
