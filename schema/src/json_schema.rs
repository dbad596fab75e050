//! JSON Schema (draft 2020-12) of rows, written once over the description.
//!
//! A schema accepts what serde accepts, with two exceptions. serde also reads a flag from the texts `TRUE`, `True`, `FALSE` and
//! `False`, which R and Python write in CSV. And serde refuses more decimals than a type has, and a schema only mentions them in
//! its annotations. JSON Schema's keyword for it, `multipleOf: 0.0001`, is computed in doubles by common validators
//! (`jsonschema` for Python, `ajv`), which then refuse 0.3 and 0.0003. If a list is open or comes with the delivery, the schema
//! accepts every text of the form of a code.
//!
//! A schema has keywords of the standard only, so that validators with strict defaults (`ajv`) take it. What JSON Schema has no
//! keyword for are its annotations, under the key `x-beraad`: [`Schema::annotations`] returns them as a document of their own,
//! and [`Schema::annotated`] puts them into the schema.
//!
//! Programs that generate types look for the codes of a closed list at different places, so a schema has them at all of these:
//! `enum`; a branch of `oneOf` for each code, with its `type`, for quicktype; `const` in it, for datamodel-code-generator; and a
//! `pattern` of that one code, for typify, which ignores `const`. `.ci/generated_types.py` checks what they generate.
//!
//! [`Schema`] serialises its keys in the same order on every run: what the schema is about first, columns in declaration
//! order. A [`serde_json::Value`] keeps that order only if `serde_json` has the feature `preserve_order`, which this crate
//! does not force on its dependents.

mod annotations;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value as Json;

pub use self::annotations::Annotations;
use self::annotations::{Annotated, BlockAnnotations, ColumnAnnotations, OfColumn, TitledConstant};
use crate::describe::{
    self, CodeForm, CodeLength, Column, Label, Language, Model, Representation, Text, ValueType,
};
use crate::row::Block;
#[cfg(feature = "schemars")]
use crate::value::Scalar;
use crate::value::{CodeText, FLAG_TEXTS};

/// The draft of JSON Schema that the schemas follow, as the address that they state under `$schema`.
pub const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Returns the schema of one row of a block of a model.
///
/// It uses the code lists of the model, so also those that came with a delivery. Its annotations contain the fingerprint of the
/// block.
#[must_use]
pub fn schema(model: &Model, block: &describe::Block) -> Schema {
    let mut schema = Schema::new(block, |id| model.code_list(id));
    schema.annotations.content.fingerprint = Some(model.block_fingerprint(block));
    schema
}

/// Returns the schema of one row of `R`, with the code lists that were compiled in, not those of a delivery.
///
/// A column of a closed list accepts the codes of that list only; a column of any other list accepts every text
/// that has the form of a code. It knows the block and not the model that lists it, so it has no fingerprint and no version. As
/// JSON, the schema equals `schemars::schema_for!(R)` (feature `schemars`).
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

/// The schema of a value, for schemars: that of a column of the type, without null and without a label.
#[cfg(feature = "schemars")]
#[must_use]
pub fn schemars_schema_of_value<T: Scalar>() -> schemars::Schema {
    let list = T::code_list();
    let values = Values::new(&T::TYPE, &|_: &str| list);
    let schema = serde_json::to_value(values).unwrap_or_default();
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
    #[serde(rename = "x-beraad", skip_serializing_if = "Annotated::is_apart")]
    annotations: Annotated<BlockAnnotations>,
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
        let mut properties = Entries(properties.collect());
        distinguish_titles(block.label.get(Language::EN), &mut properties);
        let required = columns
            .iter()
            .filter(|column| !column.nullable())
            .map(|column| column.name.clone());
        Self {
            draft: DRAFT,
            title: block.label.get(Language::EN).to_owned().into(),
            description: in_every_language(&block.definition),
            annotations: Annotated::apart(BlockAnnotations {
                block: block.id.clone(),
                fingerprint: None,
                label: block.label.clone(),
                paragraph: block.paragraph.clone(),
                heading: block.heading.clone(),
                row_unit: block.row_unit.clone(),
            }),
            r#type: "object",
            properties,
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

    /// Puts the annotations into the schema, each under `x-beraad`.
    ///
    /// Validators ignore them, as the standard requires, unless an option refuses unknown keywords: `ajv` does so by
    /// default.
    #[must_use]
    pub fn annotated(mut self) -> Self {
        self.annotations.in_schema = true;
        for (_, property) in &mut self.properties.0 {
            property.annotations.in_schema = true;
        }
        self
    }

    /// Returns the annotations of the schema: what Beraad knows of the block and its columns, and JSON Schema has no keyword for.
    ///
    /// They are a merge patch (RFC 7396): applied to the schema, it gives the [annotated](Self::annotated) one.
    #[must_use]
    pub fn annotations(&self) -> Annotations<'_> {
        let columns = self.properties.0.iter().map(|(name, property)| {
            let content = &property.annotations.content;
            (name.clone(), OfColumn { content })
        });
        Annotations {
            content: &self.annotations.content,
            properties: Entries(columns.collect()),
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

/// The schema of one column.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Property {
    title: Text,
    description: String,
    #[serde(rename = "x-beraad", skip_serializing_if = "Annotated::is_apart")]
    annotations: Annotated<ColumnAnnotations>,
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
            annotations: Annotated::apart(ColumnAnnotations::new(column, list)),
            values: if column.nullable() {
                values.or_null(null_means)
            } else {
                values
            },
        }
    }
}

/// Appends the code to the title of a code that another code of the block also has, or a column.
///
/// Generators of types make names of titles. typify takes two titles with one name for one type, which then accepts one code
/// only.
fn distinguish_titles(block: &str, properties: &mut Entries<Property>) {
    let name_of = |title: &str| -> String {
        let chars = title.chars().filter(|char| char.is_alphanumeric());
        chars.flat_map(char::to_lowercase).collect()
    };
    let columns = properties.0.iter();
    let columns = columns.map(|(_, property)| name_of(&property.title));
    let others: BTreeSet<String> = columns.chain([name_of(block)]).collect();
    let mut codes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for constant in constants(properties) {
        if let Some(code) = &constant.r#const {
            let codes = codes.entry(name_of(&constant.title)).or_default();
            codes.insert(code.clone());
        }
    }
    for constant in constants(properties) {
        let name = name_of(&constant.title);
        let is_ambiguous =
            others.contains(&name) || codes.get(&name).is_some_and(|it| it.len() > 1);
        if let Some(code) = &constant.r#const
            && is_ambiguous
        {
            constant.title = format!("{} ({code})", constant.title);
        }
    }
}

/// The branches of all closed lists.
fn constants(properties: &mut Entries<Property>) -> impl Iterator<Item = &mut TypedConstant> {
    let values = properties.0.iter_mut();
    let values = values.map(|(_, property)| &mut property.values);
    values.flat_map(|values| {
        let of_items = values
            .items
            .as_mut()
            .and_then(|items| items.one_of.as_mut());
        let of_value = values.one_of.as_mut();
        of_value.into_iter().chain(of_items).flatten()
    })
}

/// The keywords that constrain values. `None` leaves the keyword out.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Values {
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<TypeKeyword>,
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
    one_of: Option<Vec<TypedConstant>>,
    /// Values of several types, which some generators of types do not find in one `enum`.
    #[serde(skip_serializing_if = "Option::is_none")]
    any_of: Option<Vec<OneType>>,
    #[serde(rename = "$comment", skip_serializing_if = "Option::is_none")]
    comment: Option<&'static str>,
}

/// The keyword `type`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
enum TypeKeyword {
    One(&'static str),
    OrNull([&'static str; 2]),
}

/// A schema of the values of one type.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct OneType {
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#enum: Option<Vec<Json>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
}

impl OneType {
    fn new(r#type: &'static str) -> Self {
        Self {
            r#type,
            r#enum: None,
            title: None,
        }
    }

    fn of(r#type: &'static str, values: impl IntoIterator<Item = impl Into<Json>>) -> Self {
        Self {
            r#enum: Some(values.into_iter().map(Into::into).collect()),
            ..Self::new(r#type)
        }
    }
}

/// A schema of texts that match a regular expression.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Pattern {
    r#type: &'static str,
    pattern: &'static str,
}

/// A code, or null, with its meaning, as a schema.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct TypedConstant {
    r#type: &'static str,
    r#const: Option<String>,
    /// The text of the code alone. It repeats `const`, which some generators of types ignore.
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<String>,
    title: String,
}

impl TypedConstant {
    fn code(code: TitledConstant) -> Self {
        Self {
            r#type: "string",
            pattern: Some(format!("^{}$", literal(&code.r#const))),
            r#const: Some(code.r#const),
            title: code.title,
        }
    }

    fn null(title: &str) -> Self {
        Self {
            r#type: "null",
            r#const: None,
            pattern: None,
            title: title.to_owned(),
        }
    }
}

/// Returns a regular expression that matches the text alone. The escapes are those that `u` of ECMAScript allows too.
fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len());
    for char in text.chars() {
        if "^$\\.*+?()[]{}|/".contains(char) {
            literal.push('\\');
        }
        literal.push(char);
    }
    literal
}

impl Values {
    fn of_type(name: &'static str) -> Self {
        Self {
            r#type: Some(TypeKeyword::One(name)),
            ..Self::default()
        }
    }

    fn new<'a>(
        value_type: &ValueType,
        list: &impl Fn(&str) -> Option<&'a describe::CodeList>,
    ) -> Self {
        match value_type.representation() {
            // The lengths repeat what the pattern says, because some engines let `$` match before a line end.
            Representation::Period(grain) => {
                let form = grain.text_form();
                Self {
                    pattern: Some(form.pattern.into()),
                    min_length: Some(form.example.len()),
                    max_length: Some(form.example.len()),
                    ..Self::of_type("string")
                }
            }
            Representation::Whole { min, max, .. } => Self {
                minimum: Some(min),
                maximum: Some(max),
                ..Self::of_type("integer")
            },
            Representation::Decimal { min, max, .. } => Self {
                minimum: Some(min),
                maximum: Some(max),
                ..Self::of_type("number")
            },
            Representation::Flag => Self::flag(),
            Representation::Code { list: id } => Self::codes(list(id)),
            Representation::List { item } => Self {
                items: Some(Box::new(Self::new(item, list))),
                ..Self::of_type("array")
            },
        }
    }

    /// Yes or no: a Boolean value, or what sources write instead.
    fn flag() -> Self {
        // Not the spellings in capitals: generators of types make a name of each text, and some stop at two equal names.
        let texts = FLAG_TEXTS.iter().map(|(text, _)| *text);
        let texts = texts.filter(|text| !text.contains(char::is_uppercase));
        Self {
            any_of: Some(vec![
                OneType::new("boolean"),
                OneType::of("integer", [1, 0]),
                OneType::of("string", texts),
            ]),
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
                ..Self::of_type("string")
            };
        };
        // `enum` gives a message that a person understands, `oneOf` carries the labels.
        let (mut texts, mut titled) = (Vec::new(), Vec::new());
        let mut known = BTreeSet::new();
        for (text, entry) in list.published_codes() {
            for spelling in std::iter::once(text).chain(entry.aliases.iter().map(|alias| &**alias))
            {
                // A text that occurs twice would match two branches of `oneOf`, and be refused.
                if !known.insert(spelling) {
                    continue;
                }
                texts.push(spelling.into());
                titled.push(TypedConstant::code(TitledConstant::new(spelling, entry)));
            }
        }
        Self {
            r#enum: Some(texts),
            // A list without codes accepts none, and `oneOf` needs at least one branch.
            one_of: Some(titled).filter(|titled| !titled.is_empty()),
            ..Self::of_type("string")
        }
    }

    /// Accepts null as well.
    fn or_null(mut self, null_means: Option<&Label>) -> Self {
        let title = null_means.map_or("no value; what that means is not documented", |label| {
            label.get(Language::EN)
        });
        if let Some(TypeKeyword::One(name)) = self.r#type {
            self.r#type = Some(TypeKeyword::OrNull([name, "null"]));
        }
        // `type` alone would not do: `enum` and `oneOf` list every accepted value, so null must be in both.
        if let Some(texts) = &mut self.r#enum {
            texts.push(Json::Null);
        }
        if let Some(titled) = &mut self.one_of {
            titled.push(TypedConstant::null(title));
        }
        if let Some(types) = &mut self.any_of {
            types.push(OneType {
                title: Some(title.to_owned()),
                ..OneType::new("null")
            });
        }
        self
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literal_escapes_the_characters_of_regular_expressions() {
        assert_eq!(literal("01"), "01");
        assert_eq!(literal("A-1 b"), "A-1 b");
        assert_eq!(literal(r"a.b*(c)[d]{e}"), r"a\.b\*\(c\)\[d\]\{e\}");
        assert_eq!(literal(r"^$|\/+?"), r"\^\$\|\\\/\+\?");
    }

    #[test]
    fn branch_of_an_empty_code_matches_nothing_else() {
        let code = TitledConstant {
            r#const: String::new(),
            title: "not stated".to_owned(),
        };
        let branch = TypedConstant::code(code);
        assert_eq!(branch.pattern.as_deref(), Some("^$"));
        assert_eq!(branch.r#const.as_deref(), Some(""));
    }
}
