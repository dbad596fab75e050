//! The formats: to add one, write its file and its line in the list.

#[cfg(feature = "arrow")]
mod arrow;
mod codebook_html;
mod codebook_md;
mod json_schema;

use crate::format::{EmitError, Format, help};

/// All formats, in the order in which they are shown.
pub const FORMATS: &[&Format] = &[
    &codebook_html::FORMAT,
    &codebook_md::FORMAT,
    &json_schema::FORMAT,
    #[cfg(feature = "arrow")]
    &arrow::FORMAT,
];

/// The format with this id.
///
/// # Errors
/// If there is none; the error names what may be meant.
pub fn find(id: &str) -> Result<&'static Format, EmitError> {
    let found = FORMATS.iter().find(|format| format.id == id);
    found.copied().ok_or_else(|| {
        let known: Vec<_> = FORMATS.iter().map(|format| format.id).collect();
        EmitError::UnknownFormat {
            id: id.to_owned(),
            help: help(id, &known),
        }
    })
}
