//! The codebook as one HTML page in both languages, which loads nothing and needs no network.

use crate::artefact::Artefact;
use crate::bilingual::Bilingual;
use crate::codebook;
use crate::format::{EmitError, Format, Selection};

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "codebook_html",
    writes: &["index.html"],
    summary: Bilingual::new(
        "het codeboek als één webpagina in het Nederlands en Engels, ook zonder netwerk leesbaar",
        "the codebook as one web page in Dutch and English, readable without a network",
    ),
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
        let documents =
            codebook::LANGUAGES.map(|language| codebook::document(&selection, language));
        out.write_all(codebook::html(&documents).as_bytes())
    })])
}
