//! A Stata script for each block, which reads the CSV file of the block and labels it, and a dataset without rows in which all
//! labels are already.
//!
//! Both are written from the same list of [`variables`](variables::Variables): so they cannot differ.

mod text;
mod variables;
mod dialect;
mod dta;
mod script;

use self::variables::Variables;
use crate::artefact::Artefact;
use crate::format::{EmitError, Format, Selection};
use crate::messages::ProgramText;
use crate::packages::SCRIPT_SUPPORT;

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "stata",
    writes: &[
        "stata/<language>/<block>.do",
        "stata/<language>/<block>.dta",
    ],
    summary: ProgramText::of("stata"),
    support: SCRIPT_SUPPORT,
    write,
};

#[expect(
    clippy::unnecessary_wraps,
    reason = "all formats have this signature, and some can fail"
)]
fn write<'a>(selection: &Selection<'a>) -> Result<Vec<Artefact<'a>>, EmitError> {
    let mut artefacts = Vec::new();
    for &language in &selection.model.deliberation.languages.editions {
        for &block in &selection.blocks {
            let selection = selection.clone();
            let path = format!("stata/{language}/{}", block.id);
            let of_data = selection.clone();
            artefacts.push(Artefact::lazy(format!("{path}.do"), move |out| {
                let variables = Variables::of(&selection, block, language);
                out.write_all(script::text(&selection, &variables).as_bytes())
            }));
            artefacts.push(Artefact::lazy(format!("{path}.dta"), move |out| {
                out.write_all(&dta::bytes(&Variables::of(&of_data, block, language)))
            }));
        }
    }
    Ok(artefacts)
}
