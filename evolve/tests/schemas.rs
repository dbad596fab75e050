//! The published JSON Schemas are those of the types, and describe what is written.
//!
//! After a change, write them again with `BERAAD_WRITE=1 cargo test -p beraad-evolve --test schemas`. Format 1 of kept versions may only
//! gain what is optional.

use std::path::Path;

use beraad_describe::{Date, example_model};
use beraad_evolve::schemas::{report_schema, version_schema};
use beraad_evolve::{Class, Diff, KeptVersion, RULES, Report};
use serde_json::{Value, json};

/// Compares a schema with the published file, and returns a validator.
fn published(name: &str, schema: &schemars::Schema) -> jsonschema::Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("schemas")
        .join(name);
    let text = format!("{:#}\n", schema.as_value());
    if std::env::var_os("BERAAD_WRITE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept.replace("\r\n", "\n") == text,
        "{} is stale",
        path.display()
    );
    jsonschema::validator_for(schema.as_value()).unwrap()
}

fn errors(validator: &jsonschema::Validator, value: &Value) -> Vec<String> {
    let errors = validator.iter_errors(value);
    errors
        .map(|error| format!("{error} at {}", error.instance_path()))
        .collect()
}

#[test]
fn kept_versions_are_of_their_schema() {
    let validator = published("version-1.json", &version_schema());
    let mut models = vec![example_model()];
    for rule in RULES {
        models.push(rule.example_models().1);
    }
    for model in models {
        let json = KeptVersion::new(model, Date::ymd(2026, 11, 29)).to_json();
        let value: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(errors(&validator, &value), Vec::<String>::new());
    }
    // An unknown field, another format, a text that is not a day.
    let json = KeptVersion::new(example_model(), Date::ymd(2026, 11, 29)).to_json();
    let value: Value = serde_json::from_str(&json).unwrap();
    for (pointer, invalid) in [
        ("/format", json!(2)),
        ("/frozen", json!("yesterday")),
        ("/model/blocks/0/temporality", json!("sometimes")),
        ("/model/blocks/0/label", json!({})),
    ] {
        let mut changed = value.clone();
        *changed.pointer_mut(pointer).unwrap() = invalid;
        assert!(!validator.is_valid(&changed), "{pointer}");
    }
    let mut unknown = value;
    unknown["model"]["blocks"][0]["colour"] = json!("red");
    assert!(!validator.is_valid(&unknown));
}

#[test]
fn reports_are_of_their_schema() {
    let validator = published("diff.json", &report_schema());
    for rule in RULES {
        let (old, new) = rule.example_models();
        let diff = Diff::new(&old, &new);
        let report = json!([Report::new(&diff, Class::Disclosure)]);
        assert_eq!(
            errors(&validator, &report),
            Vec::<String>::new(),
            "{}",
            rule.id
        );
    }
}
