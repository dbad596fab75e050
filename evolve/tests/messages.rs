//! The messages of findings: they show what changed, in each language.

use std::collections::BTreeSet;

use beraad_describe::{Date, Model, example_model};
use beraad_evolve::{Diff, KeptVersion, RULES, read_model};
use serde_json::Value;

/// Returns the pointers of all labels in the JSON of a model: objects whose keys are languages of the example model.
fn labels(json: &Value) -> Vec<String> {
    let mut labels = Vec::new();
    let mut pointers = vec![String::new()];
    while let Some(pointer) = pointers.pop() {
        match json.pointer(&pointer).unwrap() {
            Value::Object(parts)
                if !parts.is_empty()
                    && parts.iter().all(|(key, text)| {
                        ["nl", "en", "fr"].contains(&&**key) && text.is_string()
                    }) =>
            {
                labels.push(pointer);
            }
            Value::Object(parts) => {
                pointers.extend(parts.keys().map(|key| format!("{pointer}/{key}")));
            }
            Value::Array(items) => {
                pointers.extend((0..items.len()).map(|index| format!("{pointer}/{index}")));
            }
            _ => {}
        }
    }
    labels
}

/// Returns the first old and new texts of a message that are equal: in quotes, or the whole message.
fn equal_texts(message: &str) -> Option<String> {
    let parts: Vec<_> = message.split(" -> ").collect();
    let mut pairs = parts.windows(2);
    pairs.find_map(|pair| {
        let [old, new] = pair else { return None };
        let Some(new) = new.strip_prefix('"') else {
            return (old == new).then(|| (*old).to_owned());
        };
        let old = old.trim_end_matches('"').rsplit('"').next()?;
        let (new, rest) = new.split_once('"')?;
        // What follows a text may differ: its period, its source, the next text.
        let is_all = rest.is_empty() || rest.starts_with(';');
        (old == new && is_all).then(|| old.to_owned())
    })
}

#[test]
fn equal_texts_are_found() {
    assert!(equal_texts(r#""weeks" -> "weeks""#).is_some());
    assert!(equal_texts(r#"unit: "weeks" -> "weeks""#).is_some());
    assert!(equal_texts("a, b -> a, b").is_some());
    assert_eq!(equal_texts(r#"nl "weken" -> "dagen""#), None);
    assert_eq!(equal_texts(r#"none -> "none at all""#), None);
}

/// The example model, and the models of the examples of all rules, have a label in each attribute that can have one.
#[test]
fn change_in_one_language_shows_the_texts_that_differ() {
    let mut models = vec![example_model()];
    models.extend(RULES.iter().flat_map(|rule| {
        let (old, new) = rule.example_models();
        [old, new]
    }));
    let mut seen = BTreeSet::new();
    let mut failures = BTreeSet::new();
    for model in models {
        let json = serde_json::to_value(&model).unwrap();
        for pointer in labels(&json) {
            // One label of each attribute is enough.
            let attribute: Vec<_> = pointer
                .split('/')
                .filter(|part| part.parse::<usize>().is_err())
                .collect();
            let languages = json.pointer(&pointer).unwrap().as_object().unwrap().keys();
            for language in languages {
                if !seen.insert(format!("{attribute:?} {language}")) {
                    continue;
                }
                let mut changed = json.clone();
                changed.pointer_mut(&pointer).unwrap()[language] = "geheel anders".into();
                let changed: Model = serde_json::from_value(changed).unwrap();
                for (old, new) in [(&model, &changed), (&changed, &model)] {
                    let findings = Diff::new(old, new).findings;
                    let lines: Vec<_> = findings.iter().map(ToString::to_string).collect();
                    let is_shown = lines.iter().any(|line| line.contains("geheel anders"));
                    let mut messages = findings.iter().map(|finding| &finding.message);
                    if !is_shown || messages.any(|message| equal_texts(message).is_some()) {
                        failures.insert(format!("{attribute:?} {language}: {lines:?}"));
                    }
                }
            }
        }
    }
    assert!(seen.len() > 60, "{}", seen.len());
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn examples_never_show_equal_texts() {
    let mut failures = BTreeSet::new();
    for rule in RULES {
        let (old, new) = rule.example_models();
        for (old, new) in [(&old, &new), (&new, &old)] {
            for finding in Diff::new(old, new).findings {
                if equal_texts(&finding.message).is_some() {
                    failures.insert(format!("{finding}"));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn file_without_its_end_is_reported_as_such() {
    let json = KeptVersion::new(example_model(), Date::ymd(2020, 1, 1)).to_json();
    let error = read_model(&json[..json.len() / 2]).unwrap_err().to_string();
    assert!(
        error.starts_with("invalid JSON: EOF while parsing"),
        "{error}"
    );
}
