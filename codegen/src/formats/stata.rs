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
use crate::support::Carries::{Carried, Lost, Partly};
use crate::support::Support;

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "stata",
    writes: &[
        "stata/<language>/<block>.do",
        "stata/<language>/<block>.dta",
    ],
    summary: ProgramText::of("stata"),
    support: Support {
        labels: Carried,
        languages: Partly(ProgramText::of("scripts-languages")),
        definitions: Partly(ProgramText::of("scripts-definitions")),
        phrases: Partly(ProgramText::of("scripts-phrases")),
        value_types: Partly(ProgramText::of("scripts-value-types")),
        certainty: Lost,
        nulls: Partly(ProgramText::of("scripts-nulls")),
        universe: Lost,
        keys: Partly(ProgramText::of("scripts-keys")),
        measurement: Lost,
        units: Lost,
        bounds: Partly(ProgramText::of("json-schema.bounds")),
        codes: Partly(ProgramText::of("scripts-codes")),
        code_periods: Partly(ProgramText::of("scripts-code-periods")),
        missing_codes: Partly(ProgramText::of("scripts-missing-codes")),
        validity: Lost,
        rules: Partly(ProgramText::of("scripts-rules")),
        provenance: Lost,
        evidence: Lost,
        notes: Lost,
        breaks: Lost,
        glossary: Lost,
    },
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
