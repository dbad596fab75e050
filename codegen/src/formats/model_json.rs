//! The model as JSON: everything that is known, for programs.

use crate::artefact::Artefact;
use crate::format::{EmitError, Format, Selection};
use crate::json::write_pretty;
use crate::messages::ProgramText;
use crate::support::Carries::Carried;
use crate::support::Support;

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "model_json",
    writes: &["model.json"],
    summary: ProgramText::of("model-json"),
    support: Support {
        labels: Carried,
        languages: Carried,
        definitions: Carried,
        phrases: Carried,
        value_types: Carried,
        certainty: Carried,
        nulls: Carried,
        universe: Carried,
        keys: Carried,
        measurement: Carried,
        units: Carried,
        bounds: Carried,
        codes: Carried,
        code_periods: Carried,
        missing_codes: Carried,
        validity: Carried,
        rules: Carried,
        provenance: Carried,
        evidence: Carried,
        notes: Carried,
        breaks: Carried,
        glossary: Carried,
    },
    write,
};

#[expect(
    clippy::unnecessary_wraps,
    reason = "all formats have this signature, and some can fail"
)]
fn write<'a>(selection: &Selection<'a>) -> Result<Vec<Artefact<'a>>, EmitError> {
    let selection = selection.clone();
    Ok(vec![Artefact::lazy("model.json", move |out| {
        if selection.is_whole() {
            return write_pretty(out, selection.model);
        }
        let mut part = selection.model.clone();
        part.blocks.retain(|block| selection.has(block));
        let lists: Vec<_> = selection
            .code_lists()
            .iter()
            .map(|list| list.id.clone())
            .collect();
        part.code_lists.retain(|list| lists.contains(&list.id));
        write_pretty(out, &part)
    })])
}
