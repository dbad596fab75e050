//! Comparison of versions of the whole model: one pair, and 500 changed models.
//!
//! `cargo run --release --manifest-path benches/Cargo.toml --bin changes [-- ROUNDS]`
//!
//! Each changed model has one other text, number or flag than the model. The program prints the times, and stores them in `RESULTS.md`.

use std::time::Instant;
use std::{env, io};

use beraad_benches::results::keep;
use beraad_evolve::Diff;
use beraad_model::model;
use beraad_schema::describe::Model;
use serde_json::Value;

/// The number of changed models.
const MODELS: usize = 500;

fn main() -> io::Result<()> {
    let rounds = env::args()
        .nth(1)
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(21);
    let json = serde_json::to_value(model())?;
    let changed = changed_models(&json);
    let found: usize = changed
        .iter()
        .map(|changed| Diff::new(model(), changed).findings.len())
        .sum();
    assert!(found >= MODELS, "each change has a finding");

    let last = &changed[changed.len() / 2];
    let mut times: Vec<f64> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(Diff::new(model(), last));
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let start = Instant::now();
    for changed in &changed {
        std::hint::black_box(Diff::new(model(), changed));
    }
    let all = start.elapsed().as_secs_f64();
    keep(
        "Changes between versions",
        &format!(
            "`Diff::new` over the whole model of {} blocks and {} code lists, {:.1} MB of JSON.\n\n| | time |\n| --- | ---: |\n| two models that differ in one place, \
             median of {rounds} | {:.1} ms |\n| the slowest of them | {:.1} ms |\n| {MODELS} models, each with one change | {all:.1} s |\n",
            model().blocks.len(),
            model().code_lists.len(),
            json.to_string().len() as f64 / 1e6,
            times[times.len() / 2],
            times[times.len() - 1],
        ),
    )
}

/// Returns models that differ from `json` in one place each, at places that are spread over it.
fn changed_models(json: &Value) -> Vec<Model> {
    let mut places = Vec::new();
    collect(json, String::new(), &mut places);
    let mut models = Vec::new();
    // The step has no divisor in common with usual lengths of lists.
    for index in (0..places.len()).map(|index| index * 97 % places.len()) {
        let mut changed = json.clone();
        let value = changed
            .pointer_mut(&places[index])
            .expect("a place of the model");
        match value {
            Value::String(text) => text.push_str(" x"),
            Value::Bool(flag) => *flag = !*flag,
            Value::Number(number) => *value = (number.as_i64().unwrap_or_default() + 1).into(),
            _ => continue,
        }
        if let Ok(changed) = serde_json::from_value::<Model>(changed)
            && changed != *model()
        {
            models.push(changed);
            if models.len() == MODELS {
                break;
            }
        }
    }
    models
}

/// Collects the places of all texts, numbers and flags.
fn collect(value: &Value, place: String, places: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                collect(value, format!("{place}/{name}"), places);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                collect(value, format!("{place}/{index}"), places);
            }
        }
        Value::Null => {}
        _ => places.push(place),
    }
}
