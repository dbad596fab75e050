//! JSON Schema of the rows of each block.

use beraad_schema::describe::Block;
use beraad_schema::json_schema::{self, Schema};

use crate::artefact::Artefact;
use crate::bilingual::Bilingual;
use crate::format::{EmitError, Format, Selection};
use crate::json::write_pretty;
use crate::support::Carries::{Carried, Lost, Partly};
use crate::support::Support;

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "json_schema",
    writes: &["json-schema/<block>.schema.json"],
    summary: Bilingual::new(
        "JSON Schema (2020-12) van de rijen van elk blok",
        "JSON Schema (2020-12) of the rows of each block",
    ),
    support: Support {
        labels: Carried,
        languages: Partly(Bilingual::new(
            "labels in alle talen, definities in het Nederlands en Engels, betekenissen van codes alleen in het Engels",
            "labels in all languages, definitions in Dutch and English, meanings of codes only in English",
        )),
        definitions: Carried,
        phrases: Carried,
        value_types: Carried,
        certainty: Partly(Bilingual::new(
            "wel de zekerheid, niet de andere mogelijke soorten",
            "the certainty, but not the other possible types",
        )),
        nulls: Carried,
        universe: Partly(Bilingual::new(
            "wel wat één rij is, niet de populatie",
            "what one row is, but not the universe",
        )),
        keys: Lost,
        measurement: Carried,
        units: Carried,
        bounds: Partly(Bilingual::new(
            "wel grenzen, geen bereik in woorden",
            "bounds, but not a range in words",
        )),
        codes: Partly(Bilingual::new(
            "alleen van gesloten lijsten en van lijsten die met de levering kwamen, zonder de klassen en de opmerkingen",
            "only of closed lists and of lists that came with the delivery, without classes and remarks",
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

/// The schema of the rows, with a comment that names the model and the day after which the data must not exist.
fn schema(selection: &Selection<'_>, block: &Block) -> Schema {
    let model = selection.model;
    json_schema::schema(model, block).with_comment(format!(
        "model {}, fingerprint {}, deliberation {}; the data must be destroyed after {}",
        model.version,
        selection.fingerprint(),
        model.deliberation.number,
        model.deliberation.keep_until
    ))
}
