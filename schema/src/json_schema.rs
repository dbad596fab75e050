//! JSON Schema (draft 2020-12) of rows, written once over the description.
//!
//! A schema accepts what serde accepts, with one exception: serde refuses more decimals than a type has, and a schema only mentions
//! them under `x-beraad`. JSON Schema's keyword for it, `multipleOf: 0.0001`, is computed in doubles by common validators
//! (`jsonschema` for Python, `ajv`), which then refuse 0.3 and 0.0003. If a list is open or comes with the delivery, the schema
//! accepts every text of the form of a code. Annotations that JSON Schema has no keyword for are under `x-beraad`.
//!
//! [`Schema`] serialises its keys in the same order on every run: what the schema is about first, columns in declaration
//! order. A [`serde_json::Value`] keeps that order only if `serde_json` has the feature `preserve_order`, which this crate
//! does not force on its dependents.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use crate::describe::{
    self, CodeEntry, CodeForm, CodeLength, Column, Label, Language, ListKind, ListStatus,
    MatchQuality, MeasurementLevel, Model, OwnQuantity, Phrase, Representation, Role, SuppliedFile,
    Text, TypeCertainty, ValueType,
};
use crate::row::Block;
use crate::value::CodeText;

/// The draft of JSON Schema that the schemas follow, as the address that they state under `$schema`.
pub const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Returns the schema of one row of a block of a model.
///
/// It uses the code lists of the model, so also those that came with a delivery.
#[must_use]
pub fn schema(model: &Model, block: &describe::Block) -> Schema {
    Schema::new(block, |id| model.code_list(id))
}

/// Returns the schema of one row of `R`, with the code lists that were compiled in, not those of a delivery.
///
/// A column of a closed list accepts the codes of that list only; a column of any other list accepts every text
/// that has the form of a code. As JSON, the schema equals `schemars::schema_for!(R)` (feature `schemars`).
#[must_use]
pub fn schema_of<R: Block>() -> Schema {
    let lists = R::code_lists();
    Schema::new(R::description(), |id| {
        lists.iter().copied().find(|list| list.id == id)
    })
}

/// The schema of one row of `R`, for schemars.
#[cfg(feature = "schemars")]
#[must_use]
pub fn schemars_schema<R: Block>() -> schemars::Schema {
    let mut schema = schema_of::<R>().to_value();
    if let Some(object) = schema.as_object_mut() {
        // schemars writes the draft at the root itself.
        object.remove("$schema");
    }
    schemars::Schema::try_from(schema).unwrap_or_default()
}

/// The JSON Schema of one row of a block. Serialise it to get the schema file.
///
/// ```
/// # use beraad_schema::Block;
/// # fn example<R: Block>() -> serde_json::Result<()> {
/// let schema = beraad_schema::json_schema::schema_of::<R>();
/// let file = serde_json::to_string_pretty(&schema)?;
/// assert!(file.starts_with("{\n  \"$schema\":"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Schema {
    #[serde(rename = "$schema")]
    draft: &'static str,
    title: Text,
    description: String,
    #[serde(rename = "x-beraad")]
    annotations: BlockAnnotations,
    r#type: &'static str,
    properties: Entries<Property>,
    required: Vec<String>,
    additional_properties: bool,
    #[serde(rename = "$comment", skip_serializing_if = "Option::is_none")]
    comment: Option<String>,
}

impl Schema {
    fn new<'a>(
        block: &describe::Block,
        list: impl Fn(&str) -> Option<&'a describe::CodeList>,
    ) -> Self {
        let columns = block.columns();
        let properties = columns
            .iter()
            .map(|column| (column.name.clone(), Property::new(column, &list)));
        let required = columns
            .iter()
            .filter(|column| !column.nullable())
            .map(|column| column.name.clone());
        Self {
            draft: DRAFT,
            title: block.label.get(Language::EN).to_owned().into(),
            description: in_every_language(&block.definition),
            annotations: BlockAnnotations {
                block: block.id.clone(),
                label: block.label.clone(),
                paragraph: block.paragraph.clone(),
                heading: block.heading.clone(),
                row_unit: block.row_unit.clone(),
            },
            r#type: "object",
            properties: Entries(properties.collect()),
            required: required.collect(),
            additional_properties: false,
            comment: None,
        }
    }

    /// Adds a comment (`$comment`) for people who read the schema file; validators ignore it.
    #[must_use]
    pub fn with_comment(self, comment: impl Into<String>) -> Self {
        Self {
            comment: Some(comment.into()),
            ..self
        }
    }

    /// Returns the schema as a JSON value, for a validator. The order of its keys is that of [`serde_json::Map`].
    ///
    /// # Panics
    /// Never: a schema is JSON.
    #[must_use]
    pub fn to_value(&self) -> Json {
        serde_json::to_value(self).expect("a schema is JSON")
    }
}

impl From<Schema> for Json {
    fn from(schema: Schema) -> Self {
        schema.to_value()
    }
}

/// A JSON object whose keys are data, in the order of the entries.
#[derive(Clone, Debug, PartialEq)]
struct Entries<T>(Vec<(String, T)>);

impl<T: Serialize> Serialize for Entries<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// The annotations of a block.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct BlockAnnotations {
    block: Text,
    label: Label,
    paragraph: Text,
    heading: Text,
    row_unit: Label,
}

/// The schema of one column.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Property {
    title: Text,
    description: String,
    #[serde(rename = "x-beraad")]
    annotations: ColumnAnnotations,
    #[serde(flatten)]
    values: Values,
}

impl Property {
    fn new<'a>(
        column: &Column<'_>,
        list: &impl Fn(&str) -> Option<&'a describe::CodeList>,
    ) -> Self {
        let values = Values::new(column.value_type(), list);
        let null_means = column
            .variable()
            .and_then(|variable| variable.null_means.as_ref());
        Self {
            title: column.label().get(Language::EN).to_owned().into(),
            description: in_every_language(&column.definition()),
            annotations: ColumnAnnotations::new(column, list),
            values: if column.nullable() {
                values.or_null(null_means)
            } else {
                values
            },
        }
    }
}

/// The keywords that constrain values. `None` leaves the keyword out.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Values {
    r#type: TypeKeyword,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<Cow<'static, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_length: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_length: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not: Option<Pattern>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<Box<Self>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#enum: Option<Vec<Json>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    one_of: Option<Vec<TitledConstant>>,
    #[serde(rename = "$comment", skip_serializing_if = "Option::is_none")]
    comment: Option<&'static str>,
}

/// The keyword `type`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
enum TypeKeyword {
    One(&'static str),
    Several(Vec<&'static str>),
}

impl Default for TypeKeyword {
    fn default() -> Self {
        Self::One("string")
    }
}

/// A schema of texts that match a regular expression.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Pattern {
    r#type: &'static str,
    pattern: &'static str,
}

/// A code, or null, with its meaning.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct TitledConstant {
    r#const: Option<String>,
    title: String,
}

impl TitledConstant {
    fn new(text: &str, entry: &CodeEntry) -> Self {
        let meanings: Vec<_> = entry
            .meanings
            .iter()
            .map(|meaning| meaning.label.get(Language::EN))
            .collect();
        Self {
            r#const: Some(text.to_owned()),
            // A code with several meanings has one constant: JSON Schema does not know periods.
            title: meanings.join(" / "),
        }
    }
}

impl Values {
    fn new<'a>(
        value_type: &ValueType,
        list: &impl Fn(&str) -> Option<&'a describe::CodeList>,
    ) -> Self {
        let of_type = |name| Self {
            r#type: TypeKeyword::One(name),
            ..Self::default()
        };
        match value_type.representation() {
            // The lengths repeat what the pattern says, because some engines let `$` match before a line end.
            Representation::Period(grain) => {
                let form = grain.text_form();
                Self {
                    pattern: Some(form.pattern.into()),
                    min_length: Some(form.example.len()),
                    max_length: Some(form.example.len()),
                    ..of_type("string")
                }
            }
            Representation::Whole { min, max, .. } => Self {
                minimum: Some(min),
                maximum: Some(max),
                ..of_type("integer")
            },
            Representation::Decimal { min, max, .. } => Self {
                minimum: Some(min),
                maximum: Some(max),
                ..of_type("number")
            },
            Representation::Flag => Self::flag(),
            Representation::Code { list: id } => Self::codes(list(id)),
            Representation::List { item } => Self {
                items: Some(Box::new(Self::new(item, list))),
                ..of_type("array")
            },
        }
    }

    /// Yes or no: a Boolean value, or what sources write instead.
    fn flag() -> Self {
        let forms = json!([true, false, 1, 0, "1", "0", "true", "false"]);
        Self {
            r#type: TypeKeyword::Several(vec!["boolean", "integer", "string"]),
            r#enum: forms.as_array().cloned(),
            comment: Some("1 and true are yes, 0 and false are no"),
            ..Self::default()
        }
    }

    fn codes(list: Option<&describe::CodeList>) -> Self {
        let closed = list.filter(|list| list.rejects_unknown_codes());
        let Some(list) = closed else {
            let form = list.and_then(describe::CodeList::required_form);
            let pattern = form.and_then(CodeForm::pattern);
            let bounds = form.map(CodeForm::length_bounds);
            return Self {
                // The empty text too, which is a code of some lists.
                pattern: Some(match pattern {
                    Some(pattern) => format!("^(?:{pattern})$").into(),
                    None => format!("^[ -~]{{0,{}}}$", CodeText::MAX_LEN).into(),
                }),
                min_length: bounds.map(CodeLength::min),
                max_length: Some(bounds.map_or(CodeText::MAX_LEN, CodeLength::max)),
                // The pattern the other way round, because some engines let `$` match before a line end; and no space before
                // or after the code. It applies to texts only, so that it does not refuse null.
                not: Some(Pattern {
                    r#type: "string",
                    pattern: "[^ -~]|^ | $",
                }),
                comment: Some(
                    "a text of this form: the codes are not all known, or come with the delivery",
                ),
                ..Self::default()
            };
        };
        // `enum` gives a message that a person understands, `oneOf` carries the labels.
        let (mut texts, mut titled) = (Vec::new(), Vec::new());
        for (text, entry) in list.published_codes() {
            for spelling in std::iter::once(text).chain(entry.aliases.iter().map(|alias| &**alias))
            {
                texts.push(spelling.into());
                titled.push(TitledConstant::new(spelling, entry));
            }
        }
        Self {
            r#enum: Some(texts),
            one_of: Some(titled),
            ..Self::default()
        }
    }

    /// Accepts null as well.
    fn or_null(mut self, null_means: Option<&Label>) -> Self {
        match &mut self.r#type {
            TypeKeyword::One(name) => self.r#type = TypeKeyword::Several(vec![*name, "null"]),
            TypeKeyword::Several(names) => names.push("null"),
        }
        // `type` alone would not do: `enum` and `oneOf` list every accepted value, so null must be in both.
        if let Some(texts) = &mut self.r#enum {
            texts.push(Json::Null);
        }
        if let Some(titled) = &mut self.one_of {
            let title = null_means.map_or("no value; what that means is not documented", |label| {
                label.get(Language::EN)
            });
            titled.push(TitledConstant {
                r#const: None,
                title: title.to_owned(),
            });
        }
        self
    }
}

/// The annotations of a column. `None` leaves the key out.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct ColumnAnnotations {
    kind: &'static str,
    label: Label,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<Role>,
    /// The certainty of the meaning of an observation period.
    #[serde(skip_serializing_if = "Option::is_none")]
    period_certainty: Option<TypeCertainty>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimals: Option<u8>,
    /// The reason for a column that the decision does not name.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Label>,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quantity: Option<OwnQuantity>,
    #[serde(flatten)]
    variable: Option<VariableAnnotations>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_list: Option<ListAnnotations>,
}

/// The annotations of a column that is a variable.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct VariableAnnotations {
    phrase: Phrase,
    certainty: TypeCertainty,
    #[serde(skip_serializing_if = "Option::is_none")]
    match_quality: Option<MatchQuality>,
    measurement: MeasurementLevel,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<Label>,
    #[serde(skip_serializing_if = "Option::is_none")]
    null_means: Option<Label>,
}

/// The annotations of a code list.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct ListAnnotations {
    id: Text,
    kind: ListKind,
    status: Option<ListStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    supplied: Option<SuppliedFile>,
    /// The codes of a supplied list. Such a list does not reject, so the schema accepts other texts of the form too.
    #[serde(skip_serializing_if = "Option::is_none")]
    codes: Option<Vec<TitledConstant>>,
}

impl ColumnAnnotations {
    fn new<'a>(
        column: &Column<'_>,
        list: &impl Fn(&str) -> Option<&'a describe::CodeList>,
    ) -> Self {
        let item = column.value_type().item();
        let of = match item {
            ValueType::SerialNumber { of } => Some(of.clone()),
            _ => None,
        };
        let decimals = match (item, item.representation()) {
            (ValueType::Amount { decimals, .. }, _) => Some(*decimals),
            (_, Representation::Decimal { decimals, .. }) => Some(decimals),
            _ => None,
        };
        let variable = column.variable().map(|variable| VariableAnnotations {
            phrase: variable.phrase.clone(),
            certainty: variable.certainty,
            match_quality: variable.match_quality,
            measurement: variable.measurement,
            unit: variable.unit.clone(),
            null_means: variable.null_means.clone(),
        });
        Self {
            kind: column.value_type().kind().id(),
            label: column.label(),
            role: column.role(),
            period_certainty: column.period_certainty(),
            of,
            decimals,
            why: column.why().cloned(),
            currency: item.currency().map(|code| code.to_owned().into()),
            quantity: item.own_quantity().cloned(),
            variable,
            code_list: column.code_list().and_then(list).map(ListAnnotations::new),
        }
    }
}

impl ListAnnotations {
    fn new(list: &describe::CodeList) -> Self {
        let codes = list.supplied_by.is_some().then(|| {
            list.published_codes()
                .map(|(text, entry)| TitledConstant::new(text, entry))
                .collect()
        });
        Self {
            id: list.id.clone(),
            kind: list.kind,
            status: list.status,
            supplied: list.supplied_by.clone(),
            codes,
        }
    }
}

/// The English text, and below it the text in each other language, as `nl: ..`. Without an English text, the first one is
/// that of the first language.
fn in_every_language(label: &Label) -> String {
    let (first, text) = label.first_of(&[Language::EN]);
    let mut all = text.to_owned();
    for (language, text) in label.iter().filter(|(language, _)| *language != first) {
        // Writing to a string cannot fail.
        let _ = write!(all, "\n\n{language}: {text}");
    }
    all
}
