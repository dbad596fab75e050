//! JSON Schema of the rows of each block.

use beraad_schema::describe::{Block, Language};
use beraad_schema::json_schema::{self, Schema};

use crate::artefact::Artefact;
use crate::format::{EmitError, Format, Selection};
use crate::json::write_pretty;
use crate::messages::ProgramText;
use crate::retention::retention;
use crate::support::Carries::{Carried, Lost, Partly};
use crate::support::Support;

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "json_schema",
    writes: &["json-schema/<block>.schema.json"],
    summary: ProgramText::of("json-schema"),
    support: Support {
        labels: Carried,
        languages: Partly(ProgramText::of("json-schema.languages")),
        definitions: Carried,
        phrases: Carried,
        value_types: Carried,
        certainty: Partly(ProgramText::of("only-certainty")),
        nulls: Carried,
        universe: Partly(ProgramText::of("only-row-unit")),
        keys: Lost,
        measurement: Carried,
        units: Carried,
        bounds: Partly(ProgramText::of("json-schema.bounds")),
        codes: Partly(ProgramText::of("json-schema.codes")),
        code_periods: Lost,
        missing_codes: Lost,
        validity: Lost,
        rules: Lost,
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
    let artefact = |block: &&'a Block| {
        let (block, selection) = (*block, selection.clone());
        Artefact::lazy(
            format!("json-schema/{}.schema.json", block.id),
            move |out| write_pretty(out, &schema(&selection, block)),
        )
    };
    Ok(selection.blocks.iter().map(artefact).collect())
}

/// The schema of the rows, with a comment that names the model and says until when the data may be kept.
fn schema(selection: &Selection<'_>, block: &Block) -> Schema {
    let model = selection.model;
    json_schema::schema(model, block).with_comment(format!(
        "model {}, fingerprint {}, decision {}. {}",
        model.version,
        selection.fingerprint(),
        model.deliberation.number,
        retention(&model.deliberation, Language::EN)
    ))
}
