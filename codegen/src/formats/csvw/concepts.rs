//! Code lists as SKOS: each meaning of a code is a concept with its period. Two meanings are never in one label.

use std::borrow::Cow;

use beraad_schema::describe::{CodeEntry, CodeList, Date, Label, Language, Meaning, Text};
use serde::Serialize;

/// A text in a language, as JSON-LD has it.
#[derive(Serialize)]
pub(super) struct Value<'a> {
    #[serde(rename = "@value")]
    text: Cow<'a, str>,
    #[serde(rename = "@language")]
    language: Language,
}

impl<'a> Value<'a> {
    pub(super) fn new(language: Language, text: impl Into<Cow<'a, str>>) -> Self {
        Self {
            text: text.into(),
            language,
        }
    }
}

/// Returns the texts of a label in all languages.
pub(super) fn values(label: &Label) -> Vec<Value<'_>> {
    let texts = label.iter();
    texts
        .map(|(language, text)| Value::new(language, text))
        .collect()
}

fn optional_values(label: Option<&Label>) -> Vec<Value<'_>> {
    label.map(values).unwrap_or_default()
}

/// A reference to another part of the document.
#[derive(Serialize)]
pub(super) struct Reference {
    #[serde(rename = "@id")]
    pub(super) id: String,
}

/// Returns the id of a code list within the document.
pub(super) fn list_id(list: &CodeList) -> String {
    format!("#{}", list.id)
}

/// A code list.
#[derive(Serialize)]
pub(super) struct Scheme<'a> {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "dc:identifier")]
    identifier: &'a str,
    #[serde(rename = "skos:prefLabel", skip_serializing_if = "Vec::is_empty")]
    label: Vec<Value<'a>>,
    #[serde(rename = "skos:definition")]
    definition: Vec<Value<'a>>,
    #[serde(rename = "dc:conformsTo", skip_serializing_if = "Option::is_none")]
    standard: Option<&'a str>,
    #[serde(rename = "dc:source", skip_serializing_if = "Option::is_none")]
    page: Option<&'a str>,
    #[serde(rename = "schema:additionalProperty")]
    properties: Vec<Property<'a>>,
    #[serde(rename = "skos:hasTopConcept", skip_serializing_if = "Vec::is_empty")]
    concepts: Vec<Concept<'a>>,
}

/// A meaning of a code. A code that is not published has no notation; the empty text has an empty one.
#[derive(Serialize)]
struct Concept<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "skos:notation", skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    #[serde(rename = "skos:prefLabel")]
    label: Vec<Value<'a>>,
    #[serde(rename = "skos:altLabel", skip_serializing_if = "Vec::is_empty")]
    short: Vec<Value<'a>>,
    #[serde(rename = "skos:note", skip_serializing_if = "Vec::is_empty")]
    remark: Vec<Value<'a>>,
    #[serde(rename = "schema:validFrom", skip_serializing_if = "Option::is_none")]
    valid_from: Option<Date>,
    #[serde(
        rename = "schema:validThrough",
        skip_serializing_if = "Option::is_none"
    )]
    valid_to: Option<Date>,
    #[serde(rename = "dc:source", skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(
        rename = "schema:additionalProperty",
        skip_serializing_if = "Vec::is_empty"
    )]
    properties: Vec<Property<'a>>,
}

/// A property for which SKOS has no word, under the name that it has in the tables.
#[derive(Serialize)]
struct Property<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "schema:name")]
    name: &'static str,
    #[serde(rename = "schema:value")]
    value: Cow<'a, str>,
}

impl<'a> Property<'a> {
    fn new(name: &'static str, value: impl Into<Cow<'a, str>>) -> Self {
        Self {
            kind: "schema:PropertyValue",
            name,
            value: value.into(),
        }
    }

    fn optional(name: &'static str, value: Option<&'a Text>) -> Option<Self> {
        value.map(|value| Self::new(name, &**value))
    }
}

impl<'a> Scheme<'a> {
    pub(super) fn of(list: &'a CodeList) -> Self {
        let supplied = list.supplied_by.as_ref();
        let properties = [
            Some(Property::new("kind", list.kind.to_string())),
            list.status
                .map(|status| Property::new("status", status.to_string())),
            Some(Property::new("complete", list.complete.to_string())),
            Some(Property::new(
                "awaits_codes",
                list.awaits_codes().to_string(),
            )),
            Some(Property::new("read_at", list.read_at.to_string())),
            list.form
                .as_ref()
                .map(|form| Property::new("form", form.to_string())),
            Property::optional("supplied_file", supplied.map(|file| &file.file)),
            Property::optional("supplied_sha256", supplied.map(|file| &file.sha256)),
            supplied.map(|file| Property::new("supplied_complete", file.complete.to_string())),
        ];
        let codes = list.codes.iter();
        let concepts =
            codes.flat_map(|entry| entry.meanings.iter().map(move |it| concept(entry, it)));
        Self {
            id: list_id(list),
            kind: "skos:ConceptScheme",
            identifier: &list.id,
            label: optional_values(list.label.as_ref()),
            definition: values(&list.definition),
            standard: list.standard.as_deref(),
            page: list.page.as_deref(),
            properties: properties.into_iter().flatten().collect(),
            concepts: concepts.collect(),
        }
    }
}

fn concept<'a>(entry: &'a CodeEntry, meaning: &'a Meaning) -> Concept<'a> {
    let class = meaning.class.as_ref();
    let documented = meaning.documented_from.map(|day| day.to_string());
    let missing = meaning.missing.map(|reason| reason.to_string());
    let properties = [
        missing.map(|reason| Property::new("missing", reason)),
        documented.map(|day| Property::new("documented_from", day)),
        Property::optional("supplied_by", meaning.supplied_by.as_ref()),
        Property::optional("class_lower", class.and_then(|it| it.lower.as_ref())),
        Property::optional("class_upper", class.and_then(|it| it.upper.as_ref())),
        class.map(|class| Property::new("class_closed", class.closed.to_string())),
        Property::optional("class_unit", class.and_then(|it| it.unit.as_ref())),
        Property::optional("class_currency", class.and_then(|it| it.currency.as_ref())),
    ];
    let aliases = entry.aliases.iter();
    let aliases = aliases.map(|alias| Property::new("alias", &**alias));
    Concept {
        kind: "skos:Concept",
        code: entry.code.as_deref(),
        label: values(&meaning.label),
        short: optional_values(meaning.short.as_ref()),
        remark: optional_values(meaning.remark.as_ref()),
        valid_from: meaning.period.from,
        valid_to: meaning.period.to,
        source: meaning.source.as_deref(),
        properties: properties.into_iter().flatten().chain(aliases).collect(),
    }
}
