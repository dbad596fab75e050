//! Reads rows with the types that typify generated: `generated-types INPUTS`. Prints one line for each failure.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

#[allow(warnings, clippy::all, reason = "generated code")]
mod generated {
    use super::{Input, check};
    include!(concat!(env!("OUT_DIR"), "/types.rs"));
    pub fn all(inputs: &[Input]) {
        check_all(inputs);
    }
}

#[derive(Deserialize)]
struct Input {
    name: String,
    rows: Vec<Json>,
    /// Rows with one error each, and what the error is.
    invalid: Vec<(String, Json)>,
}

fn main() {
    let path = std::env::args().nth(1).expect("the path of the inputs");
    let inputs = std::fs::read(path).expect("the inputs");
    let inputs: Vec<Input> = serde_json::from_slice(&inputs).expect("JSON");
    generated::all(&inputs);
}

fn check<Row: DeserializeOwned>(inputs: &[Input], name: &str) {
    let input = inputs
        .iter()
        .find(|input| input.name == name)
        .expect("the input");
    for (at, row) in input.rows.iter().enumerate() {
        if let Err(error) = serde_json::from_value::<Row>(row.clone()) {
            println!("{name}: typify refuses row {at}: {error}");
            break;
        }
    }
    for (reason, row) in &input.invalid {
        if serde_json::from_value::<Row>(row.clone()).is_ok() {
            println!("{name}: typify accepts {reason}");
        }
    }
}
