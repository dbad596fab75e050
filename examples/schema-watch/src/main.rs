//! Prints all facts about the columns that a program relies on, and its test fails when one of them changes. From the root of the
//! repository:
//!
//! ```text
//! cargo run -p schema-watch       # the facts
//! cargo test -p schema-watch      # compares them with the snapshot, and shows the lines that changed
//! ```
//!
//! A program that counts the benefits of heads of household must know if a code gets another meaning, but not if the codebook
//! explains another column in better words. So it does not snapshot the whole model, but its own columns: type and bounds,
//! whether null may occur, and the codes with their labels and periods. Copy `facts` and the first test of `tests.rs` into a
//! program of your own, with the paths of its columns, and run the test whenever you update `beraad-model`. After a change that your program can
//! live with, accept it: `INSTA_UPDATE=always cargo test -p schema-watch`.

#[cfg(test)]
mod tests;

use beraad_model::model;
use beraad_schema::describe::Model;
use serde::Serialize;

/// The columns that the program reads.
const COLUMNS: [&str; 5] = [
    "unemployment_payment.person",
    "unemployment_payment.quarter",
    "unemployment_payment.compensation_category",
    "unemployment_payment.activation_working_time_pct",
    "household.lipro_position",
];

fn main() {
    print!("{}", all_facts(model()));
}

fn all_facts(model: &Model) -> String {
    let facts =
        |path| facts(model, path).unwrap_or_else(|| format!("{path} is not in the model\n"));
    COLUMNS.map(facts).concat()
}

/// Returns a line for each fact about a column; `None` if the model does not have the column.
///
/// The model is an argument, so that the codes of a delivery can be merged into it before: then they are watched too.
fn facts(model: &Model, path: &str) -> Option<String> {
    let (_, column) = model.column(path)?;
    let mut facts = line(&(path, column.value_type(), column.nullable()));
    if let Some(list) = model.list_of(&column) {
        facts += &line(&(&list.id, &list.kind, &list.status, &list.form, list.read_at));
        for code in &list.codes {
            facts += &line(&(&code.code, &code.aliases));
            for it in &code.meanings {
                facts += &line(&(&code.code, it.period, &it.label, &it.source, it.missing));
            }
        }
    }
    Some(facts)
}

/// A fact as JSON, since everything in a description can be written as JSON.
fn line(fact: &impl Serialize) -> String {
    serde_json::to_string(fact).expect("a description is valid JSON") + "\n"
}
