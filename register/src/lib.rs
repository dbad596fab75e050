//! Reads and writes the files that a model is made from.
//!
//! | file | contents | see |
//! | --- | --- | --- |
//! | `deliberation.toml` | the register: a decision in machine-readable form | [`Register`] |
//!
//! Every reader reports all errors of a file at once, each with its line. Every writer gives the same bytes for the same
//! description.
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod error;
mod excerpt;
mod register;

pub use crate::error::{Error, Errors};
pub use crate::register::{Register, Wording};
