//! The Frictionless Data Package.

mod common;

use beraad_codegen::{FORMATS, Options, find_format};
use beraad_schema::describe::Model;
use common::hostile::{CODES, LABELS, hostile_model};
use common::{emit, emit_with, small_model, text};
use serde_json::Value;

fn package(model: &Model) -> Value {
    let files = emit(find_format(FORMATS, "frictionless").unwrap(), model);
    serde_json::from_str(&text(&files, "datapackage.json")).unwrap()
}

fn field(package: &Value, block: &str, name: &str) -> Value {
    let find = |items: &Value, name: &str| {
        let items = items.as_array().unwrap();
        items
            .iter()
            .find(|item| item["name"] == name)
            .unwrap()
            .clone()
    };
    find(
        &find(&package["resources"], block)["schema"]["fields"],
        name,
    )
}

#[test]
fn package_of_a_block() {
    let options = Options::new(FORMATS).with_blocks(["member"]);
    let format = find_format(FORMATS, "frictionless").unwrap();
    let files = emit_with(format, &small_model(), &options);
    insta::assert_snapshot!(text(&files, "datapackage.json"));
}

#[test]
fn open_list_has_its_codes_as_a_property_and_no_categories() {
    let package = package(&small_model());
    let field = field(&package, "loan", "department");
    assert_eq!(field["categories"], Value::Null);
    assert_eq!(field["constraints"], Value::Null);
    assert_eq!(field["codeList"], "department");
    // The empty text is a code.
    assert_eq!(field["missingValues"], serde_json::json!([]));
    let list = &package["codeLists"][0];
    assert_eq!(list["id"], "department");
    assert_eq!(list["codes"][0]["meanings"].as_array().unwrap().len(), 2);
}

#[test]
fn code_whose_label_changes_has_no_label() {
    let mut model = small_model();
    let list = common::code_list(&mut model, "sex");
    let mut later = list.codes[0].meanings[0].clone();
    later.label = list.codes[1].meanings[0].label.clone();
    list.codes[0].meanings.push(later);
    let field = field(&package(&model), "member", "sex");
    insta::assert_snapshot!(serde_json::to_string_pretty(&field["categories"]).unwrap());
}

#[test]
fn hostile_labels_and_codes_stay_text() {
    let field = field(&package(&hostile_model()), "member", "sex");
    let categories = field["categories"].as_array().unwrap();
    for (code, label) in CODES.iter().zip(LABELS) {
        let category = categories
            .iter()
            .find(|category| category["value"] == *code);
        assert_eq!(category.unwrap()["label"], label);
    }
}
