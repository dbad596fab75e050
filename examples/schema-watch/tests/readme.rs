//! README.md shows what the author of this program reads when the model changes.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use beraad_evolve::{KeptVersion, assert_compatible};
use beraad_model::VERSIONS;
use beraad_model::ksz::UnemploymentPayment;

#[test]
fn readme_has_the_message_about_two_exchanged_labels() {
    // The version for which the program was written, in which two codes had each other's label.
    let (_, json) = VERSIONS[0];
    let mut version = KeptVersion::from_json(json).unwrap();
    let mut lists = version.model.code_lists.iter_mut();
    let list = lists
        .find(|list| list.id == "compensation_category")
        .unwrap();
    let place = |code: &str| {
        list.codes
            .iter()
            .position(|it| it.code.as_deref() == Some(code))
    };
    let (one, six) = (place("1").unwrap(), place("6").unwrap());
    let label = list.codes[one].meanings[0].label.clone();
    list.codes[one].meanings[0].label = list.codes[six].meanings[0].label.clone();
    list.codes[six].meanings[0].label = label;

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("model.json");
    std::fs::write(&path, version.to_json()).unwrap();
    let assertion = || {
        assert_compatible!(
            UnemploymentPayment,
            &path,
            ["person", "compensation_category"]
        );
    };
    let message = catch_unwind(AssertUnwindSafe(assertion)).unwrap_err();
    let message = message.downcast::<String>().unwrap();
    let message = message.replace(&path.display().to_string(), "model-0.1.0.json");
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(readme).unwrap_or_default();
    assert!(
        readme.contains(&message),
        "README.md does not show:\n{message}"
    );
}
