//! The JSON Schema of every block: an independent validator accepts exactly the values that serde accepts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use beraad_model::{for_each_block, model};
use beraad_schema::Block;
use beraad_schema::json_schema::{self, Schema};
use beraad_tests::rows::Object;
use beraad_tests::{invalid, rows};
use jsonschema::{Validator, draft202012};
use schemars::JsonSchema;
use serde_json::{Value as Json, json};

/// The number of random rows of each block.
const ROWS: usize = 200;

fn validator<R: Block>() -> Validator {
    draft202012::new(&json_schema::schema_of::<R>().to_value()).unwrap()
}

/// Returns a row without nulls and empty lists.
fn complete_row<R: Block + Debug>() -> Object {
    rows::complete_object::<R>(model(), 7)
}

/// Returns `true` if serde accepts the row, and asserts that it treats a text and a tree of values alike.
fn serde_accepts<R: Block>(row: &Object) -> bool {
    let tree = serde_json::from_value::<R>(Json::Object(row.clone())).is_ok();
    let text = serde_json::from_str::<R>(&serde_json::to_string(row).unwrap()).is_ok();
    assert_eq!(
        tree, text,
        "serde accepts only one of a tree and a text: {row:?}"
    );
    tree
}

fn schema_accepts(validator: &Validator, row: &Object) -> bool {
    validator.is_valid(&Json::Object(row.clone()))
}

/// Asserts that both serde and the schema reject the row.
fn assert_rejected<R: Block>(validator: &Validator, row: &Object, reason: &str) {
    let block = &R::description().id;
    assert!(
        !serde_accepts::<R>(row),
        "serde accepts {reason} in `{block}`: {row:?}"
    );
    assert!(
        !schema_accepts(validator, row),
        "the schema accepts {reason} in `{block}`: {row:?}"
    );
}

#[test]
fn schemas_are_valid() {
    fn check<R: Block>() {
        let schema = json_schema::schema_of::<R>().to_value();
        assert_eq!(schema["$schema"], json_schema::DRAFT);
        if let Err(error) = draft202012::meta::validate(&schema) {
            panic!("{}: {error}", R::description().id);
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn meta_schema_rejects_invalid_schemas() {
    // Otherwise the test above would prove nothing.
    assert!(draft202012::meta::validate(&json!({ "type": "month" })).is_err());
    assert!(draft202012::meta::validate(&json!({ "required": "person" })).is_err());
}

#[test]
fn model_type_and_schemars_give_the_same_schema() {
    fn check<R: Block + JsonSchema>() {
        let model = model();
        let schema_of_type = json_schema::schema_of::<R>().to_value();
        let block = model.block(&R::description().id).unwrap();
        let schema_of_model = json_schema::schema(model, block);
        assert_eq!(schema_of_model.to_value(), schema_of_type);
        // Only the schema of a model has a fingerprint, which is an annotation.
        let fingerprint =
            |schema: Schema| schema.annotated().to_value()["x-beraad"]["fingerprint"].take();
        assert_eq!(fingerprint(schema_of_model), model.block_fingerprint(block));
        assert_eq!(fingerprint(json_schema::schema_of::<R>()), Json::Null);
        assert_eq!(
            schemars::schema_for!(R).to_value(),
            schema_of_type,
            "{}",
            R::description().id
        );
    }
    for_each_block!(|B| check::<B>());
}

/// The keywords of the standard that the schemas use. Validators with strict defaults refuse any other.
const KEYWORDS: [&str; 19] = [
    "$comment",
    "$schema",
    "additionalProperties",
    "anyOf",
    "const",
    "description",
    "enum",
    "items",
    "maxLength",
    "maximum",
    "minLength",
    "minimum",
    "not",
    "oneOf",
    "pattern",
    "properties",
    "required",
    "title",
    "type",
];

/// Collects the keywords of a schema and of the schemas in it.
fn keywords(schema: &Json, found: &mut BTreeSet<String>) {
    for (keyword, value) in schema.as_object().into_iter().flatten() {
        found.insert(keyword.clone());
        match (&**keyword, value) {
            ("properties", Json::Object(columns)) => {
                columns.values().for_each(|column| keywords(column, found));
            }
            ("oneOf" | "anyOf", Json::Array(branches)) => {
                for branch in branches {
                    keywords(branch, found);
                }
            }
            ("items" | "not", below) => keywords(below, found),
            _ => {}
        }
    }
}

#[test]
fn schemas_have_keywords_of_the_standard_only() {
    let mut found = BTreeSet::new();
    for block in &model().blocks {
        let schema = json_schema::schema(model(), block).with_comment("a comment");
        keywords(&schema.to_value(), &mut found);
    }
    assert!(found.iter().eq(KEYWORDS), "{found:?}");
}

#[test]
fn annotations_are_a_merge_patch_of_the_schema() {
    /// Applies a patch by RFC 7396. Annotations contain no null, which would remove a key.
    fn merge(target: &mut Json, patch: &Json) {
        match (target, patch) {
            (Json::Object(target), Json::Object(patch)) => {
                for (key, value) in patch {
                    merge(target.entry(key).or_insert(Json::Null), value);
                }
            }
            (target, patch) => *target = patch.clone(),
        }
    }
    for block in &model().blocks {
        let schema = json_schema::schema(model(), block);
        let mut merged = schema.to_value();
        let patch = serde_json::to_value(schema.annotations()).unwrap();
        merge(&mut merged, &patch);
        assert_eq!(merged, schema.annotated().to_value(), "{}", block.id);
        for column in block.columns() {
            let annotations = &merged["properties"][&column.name]["x-beraad"];
            assert_eq!(annotations["kind"], column.value_type().kind().id());
        }
    }
}

#[test]
fn each_code_of_a_closed_list_has_a_branch_with_its_type() {
    let mut count = 0;
    for block in &model().blocks {
        let schema = json_schema::schema(model(), block).to_value();
        for property in schema["properties"].as_object().unwrap().values() {
            let property = if property["items"].is_object() {
                &property["items"]
            } else {
                property
            };
            let Some(branches) = property["oneOf"].as_array() else {
                continue;
            };
            let constants: Vec<_> = branches
                .iter()
                .map(|branch| branch["const"].clone())
                .collect();
            assert_eq!(Json::from(constants), property["enum"]);
            for branch in branches {
                // Some generators of types ignore `const`: without it, the branch still accepts its code only.
                let mut without = branch.clone();
                without.as_object_mut().unwrap().remove("const");
                let validator = draft202012::new(&without).unwrap();
                for other in property["enum"].as_array().unwrap() {
                    assert_eq!(
                        validator.is_valid(other),
                        branch["const"] == *other,
                        "{branch}: {other}"
                    );
                }
                count += 1;
            }
        }
    }
    assert!(count > 20, "{count}");
}

#[test]
fn titles_of_different_codes_are_different() {
    let mut ambiguous = 0;
    for block in &model().blocks {
        let schema = json_schema::schema(model(), block).to_value();
        let mut codes = BTreeMap::new();
        for property in schema["properties"].as_object().unwrap().values() {
            for values in [property, &property["items"]] {
                for branch in values["oneOf"].as_array().into_iter().flatten() {
                    let (title, code) = (branch["title"].as_str().unwrap(), &branch["const"]);
                    ambiguous += usize::from(
                        title.ends_with(&format!("({})", code.as_str().unwrap_or("-"))),
                    );
                    let first = codes.entry(title.to_lowercase()).or_insert(code);
                    assert_eq!(*first, code, "{}: {title}", block.id);
                }
            }
        }
    }
    // Such as two codes for self-employed persons.
    assert!(ambiguous > 1);
}

#[test]
fn serde_and_schema_accept_random_rows() {
    fn check<R: Block + Debug>() {
        let (model, validator) = (model(), validator::<R>());
        for object in rows::objects_from_seed::<R>(model, 1).take(ROWS) {
            let json = Json::Object(object);
            let row: R = serde_json::from_value(json.clone())
                .unwrap_or_else(|error| panic!("{}: {error}: {json}", R::ID));
            let written = serde_json::to_value(&row).unwrap();
            assert_eq!(written, json, "{}", R::ID);
            if let Err(error) = validator.validate(&written) {
                panic!("{}: {error}: {json}", R::ID);
            }
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn serde_and_schema_reject_invalid_values() {
    fn check<R: Block + Debug>() {
        let (model, validator, row) = (model(), validator::<R>(), complete_row::<R>());
        assert!(serde_accepts::<R>(&row) && schema_accepts(&validator, &row));
        for column in R::description().columns() {
            let invalid = invalid::values(model, &column);
            assert!(invalid.len() >= 5, "{} has invalid values", column.name);
            for (reason, value) in invalid {
                let mut row = row.clone();
                row.insert(column.name.clone(), value);
                let reason = format!("{reason} as `{}`", column.name);
                assert_rejected::<R>(&validator, &row, &reason);
            }
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn schema_rejects_invalid_values_if_dollar_matches_before_a_line_break() {
    // In Python, `$` also matches before a `\n` at the end.
    fn make_lenient(schema: &mut Json) {
        match schema {
            Json::Object(object) => {
                for (key, value) in object {
                    match value {
                        Json::String(pattern) if key == "pattern" && pattern.ends_with('$') => {
                            pattern.insert_str(pattern.len() - 1, "\n?");
                        }
                        value => make_lenient(value),
                    }
                }
            }
            Json::Array(items) => items.iter_mut().for_each(make_lenient),
            _ => {}
        }
    }
    fn check<R: Block + Debug>() {
        let (model, row) = (model(), complete_row::<R>());
        let mut schema = json_schema::schema_of::<R>().to_value();
        make_lenient(&mut schema);
        assert_ne!(schema, json_schema::schema_of::<R>().to_value());
        let validator = draft202012::new(&schema).unwrap();
        assert!(schema_accepts(&validator, &row));
        for column in R::description().columns() {
            for (reason, value) in invalid::values(model, &column) {
                let mut row = row.clone();
                row.insert(column.name.clone(), value);
                let reason = format!("{reason} as `{}`", column.name);
                assert_rejected::<R>(&validator, &row, &reason);
            }
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn serde_and_schema_reject_missing_and_unknown_columns() {
    fn check<R: Block + Debug>() {
        let (validator, row) = (validator::<R>(), complete_row::<R>());
        for column in R::description().columns() {
            let mut without = row.clone();
            without.remove(&column.name);
            if column.nullable() {
                assert!(serde_accepts::<R>(&without) && schema_accepts(&validator, &without));
            } else {
                assert_rejected::<R>(
                    &validator,
                    &without,
                    &format!("a row without `{}`", column.name),
                );
            }
            let mut renamed = without;
            renamed.insert(column.name.to_uppercase(), row[&column.name].clone());
            assert_rejected::<R>(&validator, &renamed, "a column name in capitals");
        }
        let mut unknown = row;
        unknown.insert("insz".into(), json!(1));
        assert_rejected::<R>(&validator, &unknown, "an unknown column");
        for json in [json!(null), json!([]), json!("row"), json!(1), json!(true)] {
            assert!(!validator.is_valid(&json));
            assert!(serde_json::from_value::<R>(json).is_err());
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn serde_rejects_duplicate_columns() {
    // A schema cannot reject them: a parsed object has no duplicate keys.
    fn check<R: Block + Debug>() {
        let row = complete_row::<R>();
        let text = serde_json::to_string(&row).unwrap();
        for column in R::description().columns() {
            let duplicate = format!(
                "{},\"{}\":{}}}",
                &text[..text.len() - 1],
                column.name,
                row[&column.name]
            );
            let error = serde_json::from_str::<R>(&duplicate)
                .err()
                .unwrap()
                .to_string();
            assert!(
                error.contains(&format!("duplicate column `{}`", column.name)),
                "{error}"
            );
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn serde_and_schema_accept_the_same_values() {
    fn check<R: Block + Debug>() {
        let (model, validator, row) = (model(), validator::<R>(), complete_row::<R>());
        let columns = R::description().columns();
        // The valid and invalid values of every column are tested in all columns, alone and in a list.
        let mut values = edge_cases();
        for column in &columns {
            values.extend(
                invalid::values(model, column)
                    .into_iter()
                    .map(|(_, value)| value),
            );
        }
        for row in rows::objects_from_seed::<R>(model, 1).take(5) {
            values.extend(row.into_iter().map(|(_, value)| value));
        }
        // Columns of one type have the same invalid values.
        let mut seen = BTreeSet::new();
        values.retain(|value| seen.insert(value.to_string()));
        let in_lists: Vec<_> = values.iter().map(|value| json!([value, value])).collect();
        values.extend(in_lists);
        for column in &columns {
            for value in &values {
                let mut row = row.clone();
                row.insert(column.name.clone(), value.clone());
                let (serde, schema) = (serde_accepts::<R>(&row), schema_accepts(&validator, &row));
                if invalid::has_too_many_decimals(column.value_type(), value) {
                    // This is the only exception. The annotations and the documentation of `json_schema` describe it.
                    assert!(!serde, "{} has at most four decimals: {value}", column.name);
                } else {
                    assert_eq!(
                        schema,
                        serde,
                        "{}.{}: {value}",
                        R::description().id,
                        column.name
                    );
                }
            }
        }
    }
    for_each_block!(|B| check::<B>());
}

/// Returns edge cases of JSON, of codes and of numbers.
fn edge_cases() -> Vec<Json> {
    let mut values = vec![
        json!(null),
        json!([]),
        json!({}),
        json!(-0.0),
        json!(3.0),
        json!(2016.0),
        json!(1e2),
        json!(0.1),
        json!(0.0001),
        json!(0.00001),
        json!(33.333_333),
        json!(5e-324),
        json!(1e15),
        json!(9_007_199_254_740_993_i64),
        json!(i64::MAX),
        json!(99_999_999_999_i64),
        json!(99_999_999_999.000_02),
        json!(-99_999_999_999_i64),
        json!(2_147_483_620.0),
        json!(2_147_483_620.5),
    ];
    values.extend(
        [
            "12345678", "        ", "~", "a b", "A\u{7f}", "1000-01", "9999-Q4", "10000-01",
        ]
        .map(Json::from),
    );
    values
}

#[test]
fn schema_has_a_comment_if_it_checks_only_the_form_of_a_code() {
    fn check<R: Block>() {
        let schema = json_schema::schema_of::<R>().to_value();
        for column in R::description().columns() {
            let Some(list) = column.value_type().code_list() else {
                continue;
            };
            let mut property = &schema["properties"][&column.name];
            if column.value_type().is_list() {
                property = &property["items"];
            }
            let comment = property["$comment"].as_str().unwrap_or_default();
            if model().code_list(list).unwrap().rejects_unknown_codes() {
                assert!(property["enum"].is_array() && comment.is_empty());
            } else {
                assert!(property["enum"].is_null());
                assert!(
                    comment.starts_with("a text of this form: "),
                    "{}",
                    column.name
                );
            }
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn alias_is_accepted_and_written_as_its_code() {
    fn check<R: Block + Debug>() {
        let (model, validator, row) = (model(), validator::<R>(), complete_row::<R>());
        for column in R::description().columns() {
            let Some(list) = column
                .value_type()
                .code_list()
                .and_then(|id| model.code_list(id))
            else {
                continue;
            };
            if list.is_reference_only() {
                continue;
            }
            for (text, code) in list.published_codes() {
                for alias in &code.aliases {
                    let is_list = column.value_type().is_list();
                    let wrap = |text: &str| if is_list { json!([text]) } else { json!(text) };
                    let mut row = row.clone();
                    row.insert(column.name.clone(), wrap(alias));
                    assert!(
                        schema_accepts(&validator, &row),
                        "{}: alias `{alias}`",
                        column.name
                    );
                    let read: R = serde_json::from_value(Json::Object(row)).unwrap();
                    let written = serde_json::to_value(read).unwrap();
                    assert_eq!(written[&column.name], wrap(text));
                }
            }
        }
    }
    for_each_block!(|B| check::<B>());
}
