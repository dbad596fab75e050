//! The Arrow schema of each block: an Arrow IPC file without rows, and the same fields as JSON for people.

use std::collections::BTreeMap;
use std::io::{self, Write};

use arrow_ipc::writer::FileWriter;
use arrow_schema::{ArrowError, Schema};
use beraad_schema::arrow::schema;
use beraad_schema::describe::{Block, Model};
use beraad_schema::{PhysicalField, PhysicalType, physical_fields};
use serde::Serialize;

use crate::artefact::Artefact;
use crate::format::{EmitError, Format, Selection};
use crate::json::write_pretty;
use crate::messages::ProgramText;
use crate::support::Carries::{Carried, Lost, Partly};
use crate::support::Support;

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "arrow",
    writes: &["arrow/<block>.arrow", "arrow/<block>.json"],
    summary: ProgramText::of("arrow"),
    support: Support {
        labels: Carried,
        languages: Carried,
        definitions: Partly(ProgramText::of("only-of-variables")),
        phrases: Partly(ProgramText::of("arrow.phrases")),
        value_types: Carried,
        certainty: Partly(ProgramText::of("only-certainty")),
        nulls: Carried,
        universe: Partly(ProgramText::of("only-row-unit")),
        keys: Lost,
        measurement: Carried,
        units: Carried,
        bounds: Lost,
        codes: Partly(ProgramText::of("arrow.codes")),
        code_periods: Partly(ProgramText::of("codes-read-at")),
        missing_codes: Carried,
        validity: Lost,
        rules: Lost,
        provenance: Partly(ProgramText::of("only-of-variables")),
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
    let mut artefacts = Vec::with_capacity(2 * selection.blocks.len());
    for &block in &selection.blocks {
        artefacts.push(Artefact::lazy(
            format!("arrow/{}.arrow", block.id),
            move |out| write_ipc(out, &schema(model, block)),
        ));
        artefacts.push(Artefact::lazy(
            format!("arrow/{}.json", block.id),
            move |out| {
                let schema = schema(model, block);
                write_pretty(out, &ReadableSchema::new(model, block, &schema))
            },
        ));
    }
    Ok(artefacts)
}

fn write_ipc(out: &mut dyn Write, schema: &Schema) -> io::Result<()> {
    let write = || -> Result<(), ArrowError> { FileWriter::try_new(out, schema)?.finish() };
    write().map_err(io::Error::other)
}

/// An Arrow schema as JSON, its keys in the order in which a person wants to read them.
#[derive(Serialize)]
struct ReadableSchema {
    fields: Vec<ReadableField>,
    metadata: BTreeMap<String, String>,
}

#[derive(Serialize)]
struct ReadableField {
    name: String,
    r#type: String,
    nullable: bool,
    /// The field of the values, if the type is a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<Box<Self>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    metadata: BTreeMap<String, String>,
}

impl ReadableSchema {
    fn new(model: &Model, block: &Block, schema: &Schema) -> Self {
        let fields = physical_fields(block, |id| model.code_list(id));
        Self {
            fields: fields.into_iter().map(ReadableField::new).collect(),
            metadata: schema.metadata().clone().into_iter().collect(),
        }
    }
}

impl ReadableField {
    fn new(field: PhysicalField) -> Self {
        Self {
            r#type: field.physical_type.to_string(),
            name: field.name,
            nullable: field.nullable,
            item: match field.physical_type {
                PhysicalType::List(item) => Some(Box::new(Self::new(*item))),
                _ => None,
            },
            metadata: field.metadata,
        }
    }
}
