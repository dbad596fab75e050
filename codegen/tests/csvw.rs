//! The CSVW metadata.

mod common;

use beraad_codegen::{FORMATS, Options, find_format};
use common::hostile::{CODES, LABELS, hostile_model};
use common::{emit, emit_with, small_model, text};
use serde_json::Value;

#[test]
fn metadata_of_a_block() {
    let options = Options::new(FORMATS).with_blocks(["member"]);
    let format = find_format(FORMATS, "csvw").unwrap();
    let files = emit_with(format, &small_model(), &options);
    insta::assert_snapshot!(text(&files, "csv-metadata.json"));
}

#[test]
fn open_list_has_a_concept_for_each_period() {
    let files = emit(find_format(FORMATS, "csvw").unwrap(), &small_model());
    let metadata: Value = serde_json::from_str(&text(&files, "csv-metadata.json")).unwrap();
    let scheme = &metadata["dc:hasPart"][0];
    insta::assert_snapshot!(serde_json::to_string_pretty(scheme).unwrap());
}

#[test]
fn hostile_labels_and_codes_stay_text() {
    let files = emit(find_format(FORMATS, "csvw").unwrap(), &hostile_model());
    let metadata: Value = serde_json::from_str(&text(&files, "csv-metadata.json")).unwrap();
    let tables = metadata["tables"].as_array().unwrap();
    let columns = tables[1]["tableSchema"]["columns"].as_array().unwrap();
    let sex = columns
        .iter()
        .find(|column| column["name"] == "sex")
        .unwrap();
    assert_eq!(
        sex["datatype"]["format"],
        r#"^(?:M|V|F|\.|NA|-9|1E5|TRUE|\.\*|a\|b|"|<&>)$"#
    );
    let schemes = metadata["dc:hasPart"].as_array().unwrap();
    let scheme = schemes
        .iter()
        .find(|scheme| scheme["@id"] == "#sex")
        .unwrap();
    let concepts = scheme["skos:hasTopConcept"].as_array().unwrap();
    for (code, label) in CODES.iter().zip(LABELS) {
        let concept = concepts
            .iter()
            .find(|concept| concept["skos:notation"] == *code);
        assert_eq!(concept.unwrap()["skos:prefLabel"][0]["@value"], label);
    }
}
