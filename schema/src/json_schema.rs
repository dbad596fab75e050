//! JSON Schema (draft 2020-12) of rows, written once over the description.
//!
//! A schema accepts what serde accepts, with one exception: serde refuses more than four decimals, and a schema only says
//! so under `x-beraad`. JSON Schema's word for it, `multipleOf: 0.0001`, is computed in doubles by common validators
//! (`jsonschema` for Python, `ajv`), which then refuse 0.3 and 0.0003. Where a list is open or comes with the delivery, it says "a text of this form".
//! Annotations that JSON Schema has no word for stand under `x-beraad`.

use serde_json::{Map, Value as Json, json};

use crate::describe::{self, CodeEntry, Column, Label, Model, ValueType, WHOLE_MAX};
use crate::row::Block;

/// The draft that the schemas follow.
pub const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of one row of a block of a model.
#[must_use]
pub fn schema(model: &Model, block: &describe::Block) -> Json {
    block_schema(block, |id| model.code_list(id))
}

/// The schema of one row of `R`: the same as [`schema`] of its block, and as `schemars::schema_for!(R)`.
#[must_use]
pub fn schema_of<R: Block>() -> Json {
    let lists = R::code_lists();
    block_schema(R::description(), |id| {
        lists.iter().copied().find(|list| list.id == id)
    })
}

fn block_schema<'a>(
    block: &describe::Block,
    list: impl Fn(&str) -> Option<&'a describe::CodeList>,
) -> Json {
    let columns = block.columns();
    let properties: Map<_, _> = columns
        .iter()
        .map(|column| (column.name.clone(), property(column, &list)))
        .collect();
    let required: Vec<_> = columns
        .iter()
        .filter(|column| !column.nullable())
        .map(|column| column.name.clone())
        .collect();
    json!({
        "$schema": DRAFT,
        "title": block.label.en,
        "description": both(&block.definition),
        "x-beraad": {
            "block": block.id,
            "label": block.label,
            "paragraph": block.paragraph,
            "heading": block.heading,
            "row_unit": block.row_unit,
        },
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn property<'a>(
    column: &Column<'_>,
    list: &impl Fn(&str) -> Option<&'a describe::CodeList>,
) -> Json {
    let mut schema = json!({
        "title": column.label().en,
        "description": both(&column.definition()),
        "x-beraad": annotations(column, list),
    });
    merge(&mut schema, value_schema(column.value_type(), list));
    if column.nullable() {
        let null_means = column
            .variable()
            .and_then(|variable| variable.null_means.as_ref());
        make_nullable(&mut schema, null_means);
    }
    schema
}

/// What values of a type look like.
fn value_schema<'a>(
    value_type: &ValueType,
    list: &impl Fn(&str) -> Option<&'a describe::CodeList>,
) -> Json {
    match value_type {
        // The lengths say once more what the patterns say: some engines let `$` match before a line end.
        ValueType::YearMonth {} => {
            json!({ "type": "string", "pattern": "^[1-9][0-9]{3}-(0[1-9]|1[0-2])$", "minLength": 7, "maxLength": 7 })
        }
        ValueType::YearQuarter {} => {
            json!({ "type": "string", "pattern": "^[1-9][0-9]{3}-Q[1-4]$", "minLength": 7, "maxLength": 7 })
        }
        ValueType::Year {} => json!({ "type": "integer", "minimum": 1000, "maximum": 9999 }),
        ValueType::SerialNumber { .. } => {
            json!({ "type": "integer", "minimum": 1, "maximum": WHOLE_MAX })
        }
        ValueType::Flag {} => json!({ "type": "boolean" }),
        ValueType::Number {
            min, max, decimals, ..
        } => {
            json!({ "type": if *decimals == 0 { "integer" } else { "number" }, "minimum": min, "maximum": max })
        }
        ValueType::Code { list: id } | ValueType::AmountClass { list: id } => code_schema(list(id)),
        ValueType::List { .. } => {
            json!({ "type": "array", "items": value_schema(value_type.item(), list) })
        }
    }
}

fn code_schema(list: Option<&describe::CodeList>) -> Json {
    let Some(list) = list.filter(|list| list.rejects_unknown_codes()) else {
        return json!({
            "type": "string",
            // The empty text too, which is a code of some lists.
            "pattern": format!("^[ -~]{{0,{}}}$", crate::CodeText::MOST),
            "maxLength": crate::CodeText::MOST,
            // Once more, since some engines let `$` match before a line end; said of texts only, lest it refuse null.
            "not": { "type": "string", "pattern": "[^ -~]" },
            "$comment": "a text of this form: the codes are not all known, or come with the delivery",
        });
    };
    // `enum` gives the message that a person understands, `oneOf` carries the labels.
    let mut texts = Vec::new();
    let mut labelled = Vec::new();
    for (text, code) in list.published_codes() {
        for spelling in std::iter::once(text).chain(code.aliases.iter().map(|alias| &**alias)) {
            texts.push(spelling);
            labelled.push(json!({ "const": spelling, "title": titles(code) }));
        }
    }
    json!({ "type": "string", "enum": texts, "oneOf": labelled })
}

/// All meanings of a code, in English.
fn titles(code: &CodeEntry) -> String {
    let meanings = code.meanings.iter();
    let titles: Vec<_> = meanings.map(|meaning| &*meaning.label.en).collect();
    titles.join(" / ")
}

/// Lets a schema accept null as well.
fn make_nullable(schema: &mut Json, null_means: Option<&Label>) {
    let Some(schema) = schema.as_object_mut() else {
        return;
    };
    if let Some(kind) = schema.get("type").cloned() {
        schema.insert("type".into(), json!([kind, "null"]));
    }
    if let Some(Json::Array(texts)) = schema.get_mut("enum") {
        texts.push(Json::Null);
    }
    if let Some(Json::Array(labelled)) = schema.get_mut("oneOf") {
        let title = null_means.map_or("no value; what that means is not documented", |label| {
            &label.en
        });
        labelled.push(json!({ "const": null, "title": title }));
    }
}

fn annotations<'a>(
    column: &Column<'_>,
    list: &impl Fn(&str) -> Option<&'a describe::CodeList>,
) -> Json {
    let mut notes = json!({ "kind": column.value_type().kind(), "label": column.label() });
    if let Some(role) = column.role() {
        merge(&mut notes, json!({ "role": role }));
    }
    if let ValueType::SerialNumber { of } = column.value_type().item() {
        merge(&mut notes, json!({ "of": of }));
    }
    if let ValueType::Number {
        decimals: decimals @ 1..,
        ..
    } = column.value_type().item()
    {
        merge(&mut notes, json!({ "decimals": decimals }));
    }
    let Some(variable) = column.variable() else {
        return notes;
    };
    merge(
        &mut notes,
        json!({
            "phrase": variable.phrase,
            "certainty": variable.certainty,
            "match_quality": variable.match_quality,
            "measurement": variable.measurement,
        }),
    );
    if let Some(unit) = &variable.unit {
        merge(&mut notes, json!({ "unit": unit }));
    }
    if let Some(null_means) = &variable.null_means {
        merge(&mut notes, json!({ "null_means": null_means }));
    }
    if let Some(list) = variable.code_list.as_deref().and_then(list) {
        merge(
            &mut notes,
            json!({ "code_list": { "id": list.id, "kind": list.kind, "status": list.status } }),
        );
        if let Some(supplied) = &list.supplied_by {
            // Such a list does not reject: its codes are told, and other texts of the form are accepted.
            let code =
                |(text, code): (&str, &CodeEntry)| json!({ "const": text, "title": titles(code) });
            let codes: Vec<_> = list.published_codes().map(code).collect();
            merge(
                &mut notes["code_list"],
                json!({ "supplied": supplied, "codes": codes }),
            );
        }
    }
    notes
}

/// The English text, and the Dutch one below it.
fn both(label: &Label) -> String {
    format!("{}\n\nnl: {}", label.en, label.nl)
}

fn merge(into: &mut Json, from: Json) {
    if let (Some(into), Json::Object(from)) = (into.as_object_mut(), from) {
        into.extend(from);
    }
}
