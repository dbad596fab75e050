//! JSON Schema of the rows of each block.

use beraad_schema::describe::{Block, Language, Model};
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
    writes: &[
        "json-schema/<block>.schema.json",
        "annotations/<block>.beraad.json",
    ],
    summary: ProgramText::of("json-schema"),
    support: Support {
        labels: Carried,
        languages: Carried,
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
        code_periods: Partly(ProgramText::of("codes-read-at")),
        missing_codes: Carried,
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
    let model = selection.model;
    let schemas = selection.blocks.iter().map(|&block| {
        let path = format!("json-schema/{}.schema.json", block.id);
        Artefact::lazy(path, move |out| write_pretty(out, &schema(model, block)))
    });
    // In a folder of their own: a program that takes every file of `json-schema` finds schemas there only.
    let annotations = selection.blocks.iter().map(|&block| {
        let path = format!("annotations/{}.beraad.json", block.id);
        Artefact::lazy(path, move |out| {
            write_pretty(out, &json_schema::schema(model, block).annotations())
        })
    });
    Ok(schemas.chain(annotations).collect())
}

/// The schema of the rows, with a comment that has the fingerprint of the block and says until when the data may be kept.
fn schema(model: &Model, block: &Block) -> Schema {
    json_schema::schema(model, block).with_comment(format!(
        "block {}, fingerprint {}, decision {}. {} Annotations: annotations/{}.beraad.json",
        block.id,
        model.block_fingerprint(block),
        model.deliberation.number,
        retention(&model.deliberation, Language::EN),
        block.id
    ))
}
