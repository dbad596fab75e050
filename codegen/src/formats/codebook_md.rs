//! The codebook as GitHub-flavoured Markdown, one file for each language.

use crate::artefact::Artefact;
use crate::codebook;
use crate::format::{EmitError, Format, Selection};
use crate::messages::ProgramText;

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "codebook_md",
    writes: &["codebook-<language>.md"],
    summary: ProgramText::of("codebook-md"),
    support: codebook::SUPPORT,
    write,
};

#[expect(
    clippy::unnecessary_wraps,
    reason = "all formats have this signature, and some can fail"
)]
fn write<'a>(selection: &Selection<'a>) -> Result<Vec<Artefact<'a>>, EmitError> {
    let artefact = |language| {
        let selection = selection.clone();
        Artefact::lazy(format!("codebook-{language}.md"), move |out| {
            let document = codebook::document(&selection, language);
            out.write_all(codebook::markdown(&document).as_bytes())
        })
    };
    let editions = selection.model.deliberation.languages.editions.iter();
    Ok(editions.copied().map(artefact).collect())
}
