//! Arrow schemas of each block: an IPC file without rows, and the same fields as JSON to read.

use std::collections::BTreeMap;
use std::error::Error;

use arrow_ipc::writer::FileWriter;
use arrow_schema::Schema;
use beraad_schema::describe::{Block, Model};
use beraad_schema::{PhysicalField, PhysicalType, physical_fields};
use serde_json::{Value as Json, json};

use super::json_schema::pretty;
use crate::format::{Artefact, EmitError, Format, Selection, Words};
use crate::support::Carries::{Carried, Lost, Partly};
use crate::support::Support;

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "arrow",
    writes: &["arrow/<block>.arrow", "arrow/<block>.json"],
    summary: Words::new(
        "Arrow-schema van elk blok: een IPC-bestand zonder rijen, en hetzelfde als leesbare JSON",
        "Arrow schema of each block: an IPC file without rows, and the same as JSON to read",
    ),
    support: Support {
        labels: Carried,
        languages: Partly(Words::new(
            "van blokken en van betekenissen van codes geen Frans",
            "no French of blocks and of the meanings of codes",
        )),
        definitions: Partly(Words::new(
            "van variabelen, niet van blokken",
            "of variables, not of blocks",
        )),
        phrases: Partly(Words::new(
            "zonder de precisie van datums",
            "without the precision of dates",
        )),
        value_types: Carried,
        certainty: Partly(Words::new(
            "de zekerheid wel, de andere mogelijke soorten niet",
            "the certainty, but not the other possible types",
        )),
        nulls: Carried,
        universe: Partly(Words::new(
            "wat een rij is wel, op wie ze slaat niet",
            "what a row is, but not to whom it applies",
        )),
        keys: Lost,
        level: Carried,
        units: Carried,
        bounds: Lost,
        codes: Partly(Words::new(
            "alleen van lijsten die met de levering kwamen, zonder de klassen en de opmerkingen",
            "only of lists that came with the delivery, without the classes and the remarks",
        )),
        code_periods: Lost,
        missing_codes: Lost,
        validity: Lost,
        rules: Lost,
        provenance: Partly(Words::new(
            "van variabelen, niet van blokken",
            "of variables, not of blocks",
        )),
        evidence: Lost,
        notes: Lost,
        breaks: Lost,
    },
    write,
};

fn write(selection: &Selection<'_>) -> Result<Vec<Artefact>, EmitError> {
    let mut artefacts = Vec::with_capacity(2 * selection.blocks.len());
    for block in &selection.blocks {
        let schema =
            beraad_schema::arrow::stamped_schema(selection.model, selection.fingerprint(), block);
        let bytes = ipc(&schema).map_err(|source| EmitError::Block {
            format: FORMAT.id,
            block: block.id.to_string(),
            source,
        })?;
        artefacts.push(Artefact::new(format!("arrow/{}.arrow", block.id), bytes));
        let text = pretty(&readable(selection.model, block, &schema));
        artefacts.push(Artefact::new(format!("arrow/{}.json", block.id), text));
    }
    Ok(artefacts)
}

fn ipc(schema: &Schema) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>> {
    let mut writer = FileWriter::try_new(Vec::new(), schema)?;
    writer.finish()?;
    Ok(writer.into_inner()?)
}

fn readable(model: &Model, block: &Block, schema: &Schema) -> Json {
    let fields = physical_fields(block, |id| model.code_list(id));
    let metadata: BTreeMap<_, _> = schema.metadata().iter().collect();
    json!({
        "fields": fields.iter().map(field).collect::<Vec<_>>(),
        "metadata": metadata,
    })
}

fn field(field: &PhysicalField) -> Json {
    let mut json = json!({
        "name": field.name,
        "type": field.physical_type.to_string(),
        "nullable": field.nullable,
        "extension": field.extension,
    });
    if let PhysicalType::List(item) = &field.physical_type {
        json["item"] = self::field(item);
    }
    if !field.metadata.is_empty() {
        json["metadata"] = json!(field.metadata);
    }
    json
}
