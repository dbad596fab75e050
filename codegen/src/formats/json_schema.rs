//! JSON Schema of the rows of each block.

use beraad_schema::describe::Block;
use beraad_schema::json_schema;
use serde_json::Value as Json;

use crate::format::{Artefact, EmitError, Format, Selection, Words};
use crate::support::Carries::{Carried, Lost, Partly};
use crate::support::Support;

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "json_schema",
    writes: &["json-schema/<block>.schema.json"],
    summary: Words::new(
        "JSON Schema (2020-12) van de rijen van elk blok",
        "JSON Schema (2020-12) of the rows of each block",
    ),
    support: Support {
        labels: Carried,
        languages: Partly(Words::new(
            "labels in alle talen, definities in het Nederlands en Engels, betekenissen van codes alleen in het Engels",
            "labels in all languages, definitions in Dutch and English, meanings of codes in English only",
        )),
        definitions: Carried,
        phrases: Carried,
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
        bounds: Partly(Words::new(
            "grenzen wel, een bereik in woorden niet",
            "bounds, but not a range in words",
        )),
        codes: Partly(Words::new(
            "alleen van gesloten lijsten en van lijsten die met de levering kwamen, zonder de klassen en de opmerkingen",
            "only of closed lists and of lists that came with the delivery, without the classes and the remarks",
        )),
        code_periods: Lost,
        missing_codes: Lost,
        validity: Lost,
        rules: Lost,
        provenance: Lost,
        evidence: Lost,
        notes: Lost,
        breaks: Lost,
    },
    write,
};

#[expect(
    clippy::unnecessary_wraps,
    reason = "every format has this shape, and some can fail"
)]
fn write(selection: &Selection<'_>) -> Result<Vec<Artefact>, EmitError> {
    let artefact = |block: &&Block| {
        let path = format!("json-schema/{}.schema.json", block.id);
        Artefact::new(path, pretty(&schema(selection, block)))
    };
    Ok(selection.blocks.iter().map(artefact).collect())
}

fn schema(selection: &Selection<'_>, block: &Block) -> Json {
    let model = selection.model;
    let mut schema = json_schema::schema(model, block);
    let deliberation = &model.deliberation;
    if let Some(schema) = schema.as_object_mut() {
        let comment = format!(
            "model {}, fingerprint {}, deliberation {}; the data must be destroyed after {}",
            model.version,
            selection.fingerprint(),
            deliberation.number,
            deliberation.keep_until
        );
        schema.insert("$comment".into(), comment.into());
    }
    schema
}

/// JSON for people: indented, with a line end, its keys in the order in which they were written
/// (`beraad-schema` asks `serde_json` to keep it).
pub(crate) fn pretty(json: &Json) -> String {
    format!("{json:#}\n")
}
