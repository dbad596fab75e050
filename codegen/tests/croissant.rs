//! The Croissant description.

mod common;

use beraad_codegen::{FORMATS, Options, find_format};
use beraad_schema::describe::Model;
use common::hostile::{CODES, LABELS, hostile_model};
use common::{emit, emit_with, small_model, text};
use serde_json::Value;

/// Returns the records of a code list.
fn records(model: &Model, list: &str) -> Vec<Value> {
    let files = emit(find_format(FORMATS, "croissant").unwrap(), model);
    let description: Value = serde_json::from_str(&text(&files, "croissant.json")).unwrap();
    let sets = description["recordSet"].as_array().unwrap();
    let set = sets
        .iter()
        .find(|set| set["@id"] == format!("codes/{list}"));
    set.unwrap()["data"].as_array().unwrap().clone()
}

#[test]
fn description_of_a_block() {
    let options = Options::new(FORMATS).with_blocks(["member"]);
    let format = find_format(FORMATS, "croissant").unwrap();
    let files = emit_with(format, &small_model(), &options);
    insta::assert_snapshot!(text(&files, "croissant.json"));
}

#[test]
fn open_list_has_a_record_for_each_period() {
    let records = records(&small_model(), "department");
    insta::assert_snapshot!(serde_json::to_string_pretty(&records).unwrap());
}

#[test]
fn hostile_labels_and_codes_stay_text() {
    let records = records(&hostile_model(), "sex");
    for (code, label) in CODES.iter().zip(LABELS) {
        let record = records
            .iter()
            .find(|record| record["codes/sex/code"] == *code);
        assert_eq!(record.unwrap()["codes/sex/label_en"], label);
    }
}
