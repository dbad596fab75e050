//! CSV on the Web: the CSV file of each block as linked data, with code lists as SKOS concept schemes.

mod concepts;

use beraad_schema::describe::{
    Block, CodeList, Column, Grain, Identity, Label, Language, Model, Representation, Text,
    ValueType,
};
use serde::Serialize;

use self::concepts::{Reference, Scheme, Value, list_id, values};
use crate::artefact::Artefact;
use crate::format::{EmitError, Format, Selection};
use crate::json::write_pretty;
use crate::messages::ProgramText;
use crate::packages::{DESCRIPTION_SUPPORT, distinct_providers, literal_pattern};
use crate::retention::retention;
use crate::support::Carries::Partly;
use crate::support::Support;

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "csvw",
    writes: &["csv-metadata.json"],
    summary: ProgramText::of("csvw"),
    support: Support {
        code_periods: Partly(ProgramText::of("csvw.code-periods")),
        ..DESCRIPTION_SUPPORT
    },
    write,
};

#[expect(
    clippy::unnecessary_wraps,
    reason = "all formats have this signature, and some can fail"
)]
fn write<'a>(selection: &Selection<'a>) -> Result<Vec<Artefact<'a>>, EmitError> {
    let selection = selection.clone();
    let artefact = Artefact::lazy("csv-metadata.json", move |out| {
        write_pretty(out, &table_group(&selection))
    });
    Ok(vec![artefact])
}

#[derive(Serialize)]
struct TableGroup<'a> {
    #[serde(rename = "@context")]
    context: (&'static str, ContextLanguage),
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "dc:title")]
    title: Vec<Value<'a>>,
    #[serde(rename = "dc:description")]
    description: Vec<Value<'a>>,
    #[serde(rename = "dc:identifier")]
    identifier: &'a str,
    #[serde(rename = "dc:accessRights")]
    access_rights: Vec<Value<'a>>,
    #[serde(rename = "dc:publisher")]
    publisher: Vec<&'a str>,
    #[serde(rename = "schema:version")]
    version: &'a str,
    #[serde(rename = "schema:identifier")]
    fingerprint: &'a str,
    #[serde(rename = "dc:language")]
    languages: Vec<Language>,
    tables: Vec<Table<'a>>,
    /// The code lists that the columns name.
    #[serde(rename = "dc:hasPart")]
    schemes: Vec<Scheme<'a>>,
}

#[derive(Serialize)]
struct ContextLanguage {
    #[serde(rename = "@language")]
    language: Language,
}

#[derive(Serialize)]
struct Table<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    url: String,
    #[serde(rename = "dc:title")]
    title: Vec<Value<'a>>,
    #[serde(rename = "dc:description")]
    description: Vec<Value<'a>>,
    #[serde(rename = "tableSchema")]
    schema: Schema<'a>,
}

#[derive(Serialize)]
struct Schema<'a> {
    columns: Vec<ColumnDescription<'a>>,
    #[serde(rename = "primaryKey", skip_serializing_if = "<[_]>::is_empty")]
    primary_key: &'a [Text],
}

/// A column. Its title is the header of the file, which a reader compares; its label is a property.
#[derive(Serialize)]
struct ColumnDescription<'a> {
    name: String,
    titles: String,
    datatype: Datatype,
    required: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    null: Option<[&'static str; 0]>,
    #[serde(rename = "dc:title")]
    label: Vec<Value<'a>>,
    #[serde(rename = "dc:description")]
    definition: Vec<Value<'a>>,
    /// The phrase of the decision.
    #[serde(rename = "dc:source", skip_serializing_if = "Option::is_none")]
    phrase: Option<&'a str>,
    #[serde(rename = "skos:inScheme", skip_serializing_if = "Option::is_none")]
    scheme: Option<Reference>,
    /// The kind of unit whose serial numbers these are. No table has all of them, so that there is no foreign key.
    #[serde(rename = "schema:about", skip_serializing_if = "Option::is_none")]
    numbering: Option<&'a str>,
}

#[derive(Default, Serialize)]
struct Datatype {
    base: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<i64>,
    #[serde(rename = "minLength", skip_serializing_if = "Option::is_none")]
    min_length: Option<usize>,
    #[serde(rename = "maxLength", skip_serializing_if = "Option::is_none")]
    max_length: Option<usize>,
}

fn table_group<'s>(selection: &'s Selection<'_>) -> TableGroup<'s> {
    let deliberation = &selection.model.deliberation;
    let editions = deliberation.languages.editions.iter();
    TableGroup {
        context: (
            "http://www.w3.org/ns/csvw",
            ContextLanguage {
                language: deliberation.languages.main_edition(),
            },
        ),
        kind: "TableGroup",
        title: values(&deliberation.title),
        description: values(&deliberation.purpose),
        identifier: &deliberation.number,
        access_rights: editions
            .map(|&language| Value::new(language, retention(deliberation, language)))
            .collect(),
        publisher: distinct_providers(selection),
        version: &selection.model.version,
        fingerprint: selection.fingerprint(),
        languages: deliberation.languages.all().collect(),
        tables: selection
            .blocks
            .iter()
            .map(|block| table(selection.model, block))
            .collect(),
        schemes: selection.code_lists().into_iter().map(Scheme::of).collect(),
    }
}

fn table<'a>(model: &'a Model, block: &'a Block) -> Table<'a> {
    Table {
        kind: "Table",
        url: format!("{}.csv", block.id),
        title: values(&block.label),
        description: values(&block.definition),
        schema: Schema {
            columns: block.columns().iter().map(|it| column(model, it)).collect(),
            primary_key: match &block.identity {
                Identity::Key(columns) => columns,
                Identity::NoKnownKey(_) => &[],
            },
        },
    }
}

fn column<'a>(model: &'a Model, column: &Column<'a>) -> ColumnDescription<'a> {
    let value_type = column.value_type();
    let list = column.code_list().and_then(|id| model.code_list(id));
    let is_code = matches!(value_type.representation(), Representation::Code { .. });
    let list_of_codes = list.filter(|_| is_code);
    let has_empty_code =
        |list: &CodeList| list.codes.iter().any(|it| it.code.as_deref() == Some(""));
    ColumnDescription {
        name: column.name.clone(),
        titles: column.name.clone(),
        datatype: datatype(value_type, list_of_codes),
        required: !column.nullable(),
        // The empty text is a code, and not a missing value.
        null: list_of_codes
            .filter(|list| has_empty_code(list))
            .map(|_| []),
        label: owned_values(&column.label()),
        definition: owned_values(&column.definition()),
        phrase: column.variable().map(|variable| &*variable.phrase.term),
        scheme: list.map(|list| Reference { id: list_id(list) }),
        numbering: match value_type.item() {
            ValueType::SerialNumber { of } => Some(of),
            _ => None,
        },
    }
}

fn owned_values<'a>(label: &Label) -> Vec<Value<'a>> {
    let texts = label.iter();
    texts
        .map(|(language, text)| Value::new(language, text.to_owned()))
        .collect()
}

fn datatype(value_type: &ValueType, list: Option<&CodeList>) -> Datatype {
    let based_on = |base| Datatype {
        base,
        ..Datatype::default()
    };
    let between = |base, min, max| Datatype {
        minimum: Some(min),
        maximum: Some(max),
        ..based_on(base)
    };
    match value_type.representation() {
        Representation::Period(Grain::Day) => based_on("date"),
        Representation::Period(Grain::Month) => based_on("gYearMonth"),
        // The standard has no quarters. The format of a string is a regular expression.
        Representation::Period(grain) => Datatype {
            format: Some(grain.text_form().pattern.to_owned()),
            ..based_on("string")
        },
        Representation::Whole { .. } if value_type.grain().is_some() => based_on("gYear"),
        Representation::Whole { min, max, .. } => between("integer", min, max),
        Representation::Decimal { min, max, .. } => between("decimal", min, max),
        Representation::Flag => based_on("boolean"),
        Representation::Code { .. } => code_datatype(list),
        // A field of the file has the JSON of the list.
        Representation::List { .. } => based_on("json"),
    }
}

fn code_datatype(list: Option<&CodeList>) -> Datatype {
    let string = Datatype {
        base: "string",
        ..Datatype::default()
    };
    let Some(list) = list else { return string };
    if list.rejects_unknown_codes() {
        let codes = list.published_codes().flat_map(|(code, entry)| {
            let aliases = entry.aliases.iter().map(|alias| &**alias);
            [code].into_iter().chain(aliases)
        });
        let codes: Vec<_> = codes.map(literal_pattern).collect();
        return Datatype {
            format: Some(format!("^(?:{})$", codes.join("|"))),
            ..string
        };
    }
    let Some(form) = list.required_form() else {
        return string;
    };
    Datatype {
        format: form.pattern().map(|pattern| format!("^(?:{pattern})$")),
        min_length: Some(form.length_bounds().min()),
        max_length: Some(form.length_bounds().max()),
        ..string
    }
}
