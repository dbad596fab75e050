//! The released version of the model, kept as a file: later versions are compared with it.
//!
//! After an intended change, write the file again: `BERAAD_WRITE=1 cargo test -p beraad-tests --test versions`.

use beraad_model::model;
use beraad_tests::{kept, workspace};

#[test]
fn the_kept_version_is_the_model() {
    kept::assert_version(model(), &workspace().join("model/versions"));
}

#[test]
fn every_code_is_in_the_json_of_the_model_with_its_meanings() {
    let json = serde_json::to_value(model()).unwrap();
    let lists = json["code_lists"].as_array().unwrap();
    let codes = lists
        .iter()
        .flat_map(|list| list["codes"].as_array().unwrap());
    let meanings: usize = codes
        .map(|code| code["meanings"].as_array().unwrap().len())
        .sum();
    // The facts have 408 codes. A code that two columns of relatives share is once in its list.
    assert_eq!(meanings, 408);
}
