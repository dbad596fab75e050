//! Croissant: the CSV file of each block and the code lists as record sets, for programs that load data sets.

mod codes;
mod context;

use std::collections::BTreeMap;

use beraad_schema::describe::{
    Block, CodeList, Column, Grain, Identity, Label, Language, Representation, ValueType,
};
use serde::Serialize;
use serde_json::Value;

use self::codes::codes;
use self::context::context;
use crate::artefact::Artefact;
use crate::format::{EmitError, Format, Selection};
use crate::json::write_pretty;
use crate::messages::ProgramText;
use crate::packages::{distinct_providers, purpose_and_retention};
use crate::support::Carries::{Carried, Lost, Partly};
use crate::support::Support;

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "croissant",
    writes: &["croissant.json"],
    summary: ProgramText::of("croissant"),
    support: Support {
        labels: Carried,
        languages: Carried,
        definitions: Partly(ProgramText::of("archives-definitions")),
        phrases: Lost,
        value_types: Partly(ProgramText::of("croissant.value-types")),
        certainty: Lost,
        nulls: Lost,
        universe: Lost,
        keys: Partly(ProgramText::of("scripts-keys")),
        measurement: Lost,
        units: Lost,
        bounds: Lost,
        codes: Partly(ProgramText::of("croissant.codes")),
        code_periods: Partly(ProgramText::of("croissant.code-periods")),
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
    let selection = selection.clone();
    let artefact = Artefact::lazy("croissant.json", move |out| {
        write_pretty(out, &dataset(&selection))
    });
    Ok(vec![artefact])
}

#[derive(Serialize)]
struct Dataset<'a> {
    #[serde(rename = "@context")]
    context: Value,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "conformsTo")]
    conforms_to: &'static str,
    name: &'a Label,
    description: Label,
    /// The number of the decision, and the fingerprint of the model.
    identifier: [&'a str; 2],
    version: &'a str,
    #[serde(rename = "inLanguage")]
    languages: Vec<Language>,
    provider: Vec<Organization<'a>>,
    distribution: Vec<FileSet>,
    #[serde(rename = "recordSet")]
    record_sets: Vec<RecordSet>,
}

#[derive(Serialize)]
struct Organization<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

/// A file of the data, as a set of one: a file alone would need a hash, and the description is made before the data.
#[derive(Serialize)]
struct FileSet {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    name: String,
    includes: String,
    #[serde(rename = "encodingFormat")]
    encoding_format: &'static str,
}

#[derive(Serialize)]
struct RecordSet {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    name: Label,
    description: Label,
    #[serde(rename = "isBasedOn", skip_serializing_if = "Option::is_none")]
    supplied: Option<SuppliedList>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    key: Vec<Reference>,
    field: Vec<Field>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    data: Vec<BTreeMap<String, Option<String>>>,
}

/// The file from a provider that added codes to a list.
#[derive(Serialize)]
struct SuppliedList {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    sha256: String,
}

#[derive(Serialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: String,
}

#[derive(Serialize)]
struct Field {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    name: Label,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<Label>,
    #[serde(rename = "dataType")]
    data_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
    /// The record set of the codes. A code has several records there if its meaning changes, which a join of the standard would
    /// multiply: so this is a property of schema.org.
    #[serde(rename = "valueReference", skip_serializing_if = "Option::is_none")]
    value_reference: Option<Reference>,
}

#[derive(Serialize)]
struct Source {
    #[serde(rename = "fileSet")]
    file_set: Reference,
    extract: Extract,
}

#[derive(Serialize)]
struct Extract {
    column: String,
}

fn dataset<'s>(selection: &'s Selection<'_>) -> Dataset<'s> {
    let deliberation = &selection.model.deliberation;
    let languages: Vec<_> = deliberation.languages.all().collect();
    let providers = distinct_providers(selection).into_iter();
    let blocks = selection.blocks.iter();
    let lists = selection.code_lists().into_iter();
    // A record set with data has at least one record.
    let lists = lists.filter(|list| !list.codes.is_empty());
    let record_sets = blocks
        .clone()
        .map(|block| records(selection, block))
        .chain(lists.map(|list| codes(list, &languages)));
    Dataset {
        context: context(deliberation.languages.main_edition()),
        kind: "sc:Dataset",
        conforms_to: "http://mlcommons.org/croissant/1.1",
        name: &deliberation.title,
        description: deliberation
            .purpose
            .map(|language, _| purpose_and_retention(deliberation, language)),
        identifier: [&deliberation.number, selection.fingerprint()],
        version: &selection.model.version,
        languages: languages.clone(),
        provider: providers
            .map(|name| Organization {
                kind: "sc:Organization",
                name,
            })
            .collect(),
        distribution: blocks.map(|block| file(block)).collect(),
        record_sets: record_sets.collect(),
    }
}

fn file_id(block: &Block) -> String {
    format!("{}.csv", block.id)
}

fn file(block: &Block) -> FileSet {
    FileSet {
        kind: "cr:FileSet",
        id: file_id(block),
        name: file_id(block),
        includes: file_id(block),
        encoding_format: "text/csv",
    }
}

fn records(selection: &Selection<'_>, block: &Block) -> RecordSet {
    let key = match &block.identity {
        Identity::Key(columns) => columns.iter().map(|name| column_id(block, name)).collect(),
        Identity::NoKnownKey(_) => Vec::new(),
    };
    let columns = block.columns();
    let fields = columns.iter().map(|it| field(selection, block, it));
    RecordSet {
        kind: "cr:RecordSet",
        id: block.id.to_string(),
        name: block.label.clone(),
        description: block.definition.clone(),
        supplied: None,
        key: key.into_iter().map(|id| Reference { id }).collect(),
        field: fields.collect(),
        data: Vec::new(),
    }
}

fn column_id(block: &Block, column: &str) -> String {
    format!("{}/{column}", block.id)
}

fn field(selection: &Selection<'_>, block: &Block, column: &Column<'_>) -> Field {
    let list = column
        .code_list()
        .and_then(|id| selection.model.code_list(id));
    let list = list.filter(|list| !list.codes.is_empty());
    Field {
        kind: "cr:Field",
        id: column_id(block, &column.name),
        name: column.label(),
        description: Some(column.definition()),
        data_type: data_type(column.value_type()),
        source: Some(Source {
            file_set: Reference { id: file_id(block) },
            extract: Extract {
                column: column.name.clone(),
            },
        }),
        value_reference: list.map(|list| Reference { id: list_id(list) }),
    }
}

fn data_type(value_type: &ValueType) -> &'static str {
    match value_type.representation() {
        Representation::Period(Grain::Day) => "sc:Date",
        Representation::Whole { .. } => "sc:Integer",
        Representation::Decimal { .. } => "sc:Float",
        Representation::Flag => "sc:Boolean",
        // A month as a date would get a day that nobody stated.
        Representation::Period(_) | Representation::Code { .. } | Representation::List { .. } => {
            "sc:Text"
        }
    }
}

fn list_id(list: &CodeList) -> String {
    format!("codes/{}", list.id)
}
