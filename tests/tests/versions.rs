//! The model as it is released, kept as a plain file: what a later version is compared with.

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use beraad_model::model;
use beraad_schema::describe::Model;
use beraad_tests::workspace;

/// The command that writes the file.
const COMMAND: &str = "BERAAD_WRITE=1 cargo test -p beraad-tests --test versions";

/// The kept file; written first where that is asked for.
static KEPT: LazyLock<String> = LazyLock::new(|| {
    let path = path();
    if std::env::var_os("BERAAD_WRITE").is_some() {
        fs::write(&path, json()).unwrap();
    }
    fs::read_to_string(path).unwrap_or_default()
});

fn path() -> PathBuf {
    workspace().join(format!("model/versions/{}.json", model().version))
}

fn json() -> String {
    serde_json::to_string_pretty(model()).unwrap() + "\n"
}

#[test]
fn the_kept_version_is_the_model() {
    assert!(
        *KEPT == json(),
        "{} is stale: if the change is meant, write it again with `{COMMAND}`",
        path().display()
    );
}

#[test]
fn the_kept_version_reads_back_as_the_model() {
    let kept: Model = serde_json::from_str(&KEPT).unwrap();
    assert_eq!(kept.fingerprint(), model().fingerprint());
}

#[test]
fn every_code_stands_there_with_its_list_its_text_and_its_meanings() {
    let kept: serde_json::Value = serde_json::from_str(&KEPT).unwrap();
    let lists = kept["code_lists"].as_array().unwrap();
    let codes = lists
        .iter()
        .flat_map(|list| list["codes"].as_array().unwrap());
    let meanings: usize = codes
        .map(|code| code["meanings"].as_array().unwrap().len())
        .sum();
    // The facts have 408 codes; a code that two columns of relatives share stands once in its list.
    assert_eq!(meanings, 408);
}
