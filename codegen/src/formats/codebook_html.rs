//! The codebook as one HTML page in all editions, which loads nothing and needs no network.

use crate::artefact::Artefact;
use crate::codebook;
use crate::format::{EmitError, Format, Selection};
use crate::messages::ProgramText;

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "codebook_html",
    writes: &["index.html"],
    summary: ProgramText::of("codebook-html"),
    support: codebook::SUPPORT,
    write,
};

#[expect(
    clippy::unnecessary_wraps,
    reason = "all formats have this signature, and some can fail"
)]
fn write<'a>(selection: &Selection<'a>) -> Result<Vec<Artefact<'a>>, EmitError> {
    let selection = selection.clone();
    Ok(vec![Artefact::lazy("index.html", move |out| {
        let editions = selection.model.deliberation.languages.editions.iter();
        let documents: Vec<_> = editions
            .map(|language| codebook::document(&selection, *language))
            .collect();
        out.write_all(codebook::html(&documents).as_bytes())
    })])
}
