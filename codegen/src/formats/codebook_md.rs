//! The codebook as GitHub-flavoured Markdown: an index in each language, and a file for each block.

use crate::artefact::Artefact;
use crate::codebook;
use crate::format::{EmitError, Format, Selection};
use crate::messages::ProgramText;

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "codebook_md",
    writes: &["codebook-<language>.md", "codebook-<language>/<block>.md"],
    summary: ProgramText::of("codebook-md"),
    support: codebook::SUPPORT,
    write,
};

#[expect(
    clippy::unnecessary_wraps,
    reason = "all formats have this signature, and some can fail"
)]
fn write<'a>(selection: &Selection<'a>) -> Result<Vec<Artefact<'a>>, EmitError> {
    let editions = selection.model.deliberation.languages.editions.iter();
    let pages = editions.flat_map(|language| {
        // Written now: how many files a page takes is known only when it is written.
        codebook::markdown(&codebook::document(selection, *language))
    });
    let artefact = |page: codebook::Page| Artefact::new(page.path, page.text);
    Ok(pages.map(artefact).collect())
}
