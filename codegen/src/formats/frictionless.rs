//! A Frictionless Data Package: the CSV file of each block, with the types and the constraints of its fields.

use beraad_schema::describe::{
    Block, CodeForm, CodeLength, CodeList, Column, Grain, Identity, Label, Language, Model,
    Representation, Text, ValueType,
};
use serde::Serialize;

use crate::artefact::Artefact;
use crate::format::{EmitError, Format, Selection};
use crate::json::write_pretty;
use crate::messages::ProgramText;
use crate::packages::{
    DESCRIPTION_SUPPORT, certain_label, distinct_providers, flag_texts, purpose_and_retention, slug,
};

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "frictionless",
    writes: &["datapackage.json"],
    summary: ProgramText::of("frictionless"),
    support: DESCRIPTION_SUPPORT,
    write,
};

#[expect(
    clippy::unnecessary_wraps,
    reason = "all formats have this signature, and some can fail"
)]
fn write<'a>(selection: &Selection<'a>) -> Result<Vec<Artefact<'a>>, EmitError> {
    let selection = selection.clone();
    let artefact = Artefact::lazy("datapackage.json", move |out| {
        write_pretty(out, &package(&selection))
    });
    Ok(vec![artefact])
}

/// The package. The standard has one language: texts in all of them, and the code lists, are properties of our own.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Package<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: String,
    id: &'a str,
    title: &'a str,
    description: String,
    contributors: Vec<Contributor<'a>>,
    model_version: &'a str,
    fingerprint: &'a str,
    languages: Vec<Language>,
    resources: Vec<Resource<'a>>,
    /// As in the JSON of the model: each code with all its meanings, their periods and their texts in all languages.
    code_lists: Vec<&'a CodeList>,
}

#[derive(Serialize)]
struct Contributor<'a> {
    title: &'a str,
    roles: [&'static str; 1],
}

#[derive(Serialize)]
struct Resource<'a> {
    name: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    path: String,
    title: &'a str,
    description: &'a str,
    labels: &'a Label,
    definitions: &'a Label,
    scheme: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    schema: Schema<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema<'a> {
    fields: Vec<Field<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    primary_key: &'a [Text],
    missing_values: [&'static str; 1],
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Field<'a> {
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    description: String,
    #[serde(skip_serializing_if = "Constraints::is_empty")]
    constraints: Constraints<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    true_values: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    false_values: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    categories: Vec<Category<'a>>,
    /// Where the empty text is a code: no text of the file is a missing value then.
    #[serde(skip_serializing_if = "Option::is_none")]
    missing_values: Option<[&'static str; 0]>,
    labels: Option<Label>,
    definitions: Option<Label>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phrase: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_list: Option<&'a str>,
    /// The kind of unit whose serial numbers these are. No table has all of them, so that there is no foreign key.
    #[serde(skip_serializing_if = "Option::is_none")]
    numbering: Option<&'a str>,
}

#[derive(Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Constraints<'a> {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    required: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_length: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_length: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<String>,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    one_of: Vec<&'a str>,
}

impl Constraints<'_> {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A code and its label, if it has only one.
#[derive(Serialize)]
struct Category<'a> {
    value: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
}

fn package<'s>(selection: &'s Selection<'_>) -> Package<'s> {
    let model = selection.model;
    let deliberation = &model.deliberation;
    let main = deliberation.languages.main_edition();
    let preferred = deliberation.languages.preferred(main);
    let first = |label: &'s Label| label.first_of(&preferred).1;
    let providers = distinct_providers(selection).into_iter();
    Package {
        schema: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: slug(&deliberation.number),
        id: &deliberation.number,
        title: first(&deliberation.title),
        description: purpose_and_retention(deliberation, main),
        contributors: providers
            .map(|title| Contributor {
                title,
                roles: ["distributor"],
            })
            .collect(),
        model_version: &model.version,
        fingerprint: selection.fingerprint(),
        languages: deliberation.languages.all().collect(),
        resources: selection
            .blocks
            .iter()
            .map(|block| Resource {
                name: &block.id,
                kind: "table",
                path: format!("{}.csv", block.id),
                title: first(&block.label),
                description: first(&block.definition),
                labels: &block.label,
                definitions: &block.definition,
                scheme: "file",
                format: "csv",
                mediatype: "text/csv",
                encoding: "utf-8",
                schema: schema(model, block, &preferred),
            })
            .collect(),
        code_lists: selection.code_lists(),
    }
}

fn schema<'a>(model: &'a Model, block: &'a Block, preferred: &[Language]) -> Schema<'a> {
    let columns = block.columns();
    Schema {
        fields: columns
            .iter()
            .map(|column| field(model, column, preferred))
            .collect(),
        primary_key: match &block.identity {
            Identity::Key(columns) => columns,
            Identity::NoKnownKey(_) => &[],
        },
        missing_values: [""],
    }
}

fn field<'a>(model: &'a Model, column: &Column<'a>, preferred: &[Language]) -> Field<'a> {
    let value_type = column.value_type();
    let list = column.code_list().and_then(|id| model.code_list(id));
    let label = column.label();
    let definition = column.definition();
    let mut field = Field {
        name: column.name.clone(),
        title: label.first_of(preferred).1.to_owned(),
        description: definition.first_of(preferred).1.to_owned(),
        phrase: column.variable().map(|variable| &*variable.phrase.term),
        code_list: column.code_list(),
        numbering: match value_type.item() {
            ValueType::SerialNumber { of } => Some(of),
            _ => None,
        },
        labels: Some(label),
        definitions: Some(definition),
        ..Field::default()
    };
    field.set_type(value_type);
    field.constraints.required = !column.nullable();
    if let (Representation::Code { .. }, Some(list)) = (value_type.representation(), list) {
        field.set_codes(list, preferred);
    }
    field
}

impl<'a> Field<'a> {
    fn set_type(&mut self, value_type: &ValueType) {
        let constraints = &mut self.constraints;
        self.kind = match value_type.representation() {
            Representation::Period(Grain::Day) => "date",
            Representation::Period(Grain::Month) => "yearmonth",
            // The standard has no quarters.
            Representation::Period(grain) => {
                constraints.pattern = Some(grain.text_form().pattern.to_owned());
                "string"
            }
            Representation::Whole { .. } if value_type.grain().is_some() => "year",
            Representation::Whole { min, max, .. } => {
                (constraints.minimum, constraints.maximum) = (Some(min), Some(max));
                "integer"
            }
            Representation::Decimal { min, max, .. } => {
                (constraints.minimum, constraints.maximum) = (Some(min), Some(max));
                "number"
            }
            Representation::Flag => {
                let [no, yes] = flag_texts();
                (self.false_values, self.true_values) = (no.into(), yes.into());
                "boolean"
            }
            Representation::Code { .. } => "string",
            // A field of the file has the JSON of the list.
            Representation::List { .. } => "array",
        };
    }

    /// Sets what the list says of a code. Categories restrict a field to their values: only a list that rejects other codes
    /// has them.
    fn set_codes(&mut self, list: &'a CodeList, preferred: &[Language]) {
        if list
            .codes
            .iter()
            .any(|entry| entry.code.as_deref() == Some(""))
        {
            self.missing_values = Some([]);
        }
        if list.rejects_unknown_codes() {
            for (code, entry) in list.published_codes() {
                let label = certain_label(entry, preferred);
                let aliases = entry.aliases.iter().map(|alias| &**alias);
                for value in [code].into_iter().chain(aliases) {
                    self.constraints.one_of.push(value);
                    self.categories.push(Category { value, label });
                }
            }
        } else if let Some(form) = list.required_form() {
            let length = form.length_bounds();
            self.constraints.min_length = Some(CodeLength::min(length));
            self.constraints.max_length = Some(CodeLength::max(length));
            let pattern = CodeForm::pattern(form);
            self.constraints.pattern = pattern.map(|pattern| format!("^(?:{pattern})$"));
        }
    }
}
