//! Comparison of the model with its latest kept version. After an intended change, `model/CHANGELOG.md` names what the test lists.

use beraad_evolve::{read_model, testing, versions_of_files};
use beraad_model::{VERSIONS, model};
use beraad_tests::workspace;

#[test]
fn kept_version_is_the_model() {
    testing::assert_version(model(), &workspace().join("model/versions"));
}

#[test]
fn dependents_reach_every_version() {
    let folder = workspace().join("model/versions");
    let entries = std::fs::read_dir(folder).unwrap();
    let names = entries.filter_map(|entry| entry.unwrap().file_name().into_string().ok());
    let files = versions_of_files(names);
    let known = VERSIONS.iter().map(|(version, _)| (*version).to_owned());
    assert_eq!(known.collect::<Vec<_>>(), files);
    for (version, json) in VERSIONS {
        assert_eq!(read_model(json).unwrap().version, *version);
    }
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
