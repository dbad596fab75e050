//! Comparison of the model with its kept version, with which later versions are compared.
//!
//! After an intended change, write the file again: `BERAAD_WRITE=1 cargo test -p beraad-tests --test versions`.

use beraad_model::model;
use beraad_tests::{kept, workspace};

#[test]
fn kept_version_is_the_model() {
    kept::assert_version(model(), &workspace().join("model/versions"));
}

#[test]
fn model_json_contains_every_code_with_its_meanings() {
    let json = serde_json::to_value(model()).unwrap();
    let lists = json["code_lists"].as_array().unwrap();
    let codes = lists
        .iter()
        .flat_map(|list| list["codes"].as_array().unwrap());
    let meanings: usize = codes
        .map(|code| code["meanings"].as_array().unwrap().len())
        .sum();
    // The research notes contain 592 codes. A code that the columns of two relatives share is in its list once.
    assert_eq!(meanings, 592);
}
