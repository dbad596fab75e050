//! A stored model states its format, and what cannot be read is a clear error.

use beraad_describe::{
    Date, Deliberation, FORMAT_NUMBER, Label, Language, Model, ReadModelError, Window,
};
use serde_json::{Value, json};

fn model() -> Model {
    let title = Label::new([(Language::NL, "besluit"), (Language::EN, "decision")]);
    let decision = Deliberation::new(
        "99/001",
        title,
        Date::ymd(2017, 6, 6),
        Window::of_years(2005, 2013),
    );
    Model::new("0.1.0", decision)
}

/// The JSON of the model, changed.
fn stored(change: impl FnOnce(&mut Value)) -> String {
    let mut json = serde_json::to_value(model()).unwrap();
    change(&mut json);
    serde_json::to_string_pretty(&json).unwrap()
}

fn error(json: &str) -> ReadModelError {
    Model::from_json(json).unwrap_err()
}

#[test]
fn format_number_is_the_first_key() {
    let json = serde_json::to_string(&model()).unwrap();
    assert!(
        json.starts_with(r#"{"format":1,"version":"0.1.0","#),
        "{json}"
    );
    assert_eq!(Model::from_json(&json).unwrap(), model());
    assert_eq!(FORMAT_NUMBER, 1);
}

#[test]
fn unknown_format_number_is_named_beside_the_known_one() {
    // Another format may have other keys and need not have those of this one: its number is what the error is about.
    for json in [
        stored(|json| json["format"] = json!(2)),
        json!({ "format": 2, "decision": {} }).to_string(),
        r#"{ "decision": {}, "format": 2 }"#.to_owned(),
    ] {
        let error = error(&json);
        assert!(matches!(error, ReadModelError::UnknownFormat { found: 2 }));
        assert_eq!(
            error.to_string(),
            "format 2 is not known; this release reads format 1"
        );
    }
}

#[test]
fn missing_format_number_is_an_error() {
    let json = stored(|json| {
        json.as_object_mut().unwrap().remove("format");
    });
    let error = error(&json);
    assert!(matches!(error, ReadModelError::MissingFormat));
    assert_eq!(
        error.to_string(),
        r#"missing format number; a stored model starts with `"format": 1`"#
    );
}

#[test]
fn unknown_field_is_reported_with_its_line_and_column() {
    let json = "{\n  \"format\": 1,\n  \"colour\": \"red\"\n}";
    let message = error(json).to_string();
    assert!(
        message.starts_with("unknown field `colour`, expected one of `format`, `version`"),
        "{message}"
    );
    assert!(message.ends_with("at line 3 column 10"), "{message}");
    let nested = stored(|json| json["deliberation"]["colour"] = json!("red"));
    let message = error(&nested).to_string();
    assert!(
        message.starts_with("unknown field `colour`, expected one of `number`, `languages`"),
        "{message}"
    );
}

#[test]
fn text_that_is_not_a_model_is_an_invalid_one() {
    for json in [
        "",
        "[]",
        "{",
        r#"{ "format": "one" }"#,
        r#"{ "format": 1 }"#,
    ] {
        assert!(matches!(error(json), ReadModelError::Invalid(_)), "{json}");
    }
}
