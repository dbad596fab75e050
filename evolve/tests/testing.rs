//! The assertions for tests of dependents: what their authors read when a model changes.

use std::panic::catch_unwind;
use std::path::Path;

use beraad_describe::{Date, Label, Language, Model, example_model};
use beraad_evolve::{KeptVersion, testing};

/// Returns the message of a failed assertion; `None` if it does not fail.
fn failure(assertion: impl FnOnce() + std::panic::UnwindSafe) -> Option<String> {
    let message = catch_unwind(assertion).err()?;
    Some(*message.downcast::<String>().expect("a message"))
}

fn write(folder: &Path, name: &str, model: Model) -> std::path::PathBuf {
    let path = folder.join(name);
    let json = KeptVersion::new(model, Date::ymd(2026, 11, 29)).to_json();
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(&path, json).unwrap();
    path
}

/// The example model, in which the codes of `sex` have swapped their labels and `languages` is required to be another thing.
fn changed() -> Model {
    let mut model = example_model();
    let sex = model
        .code_lists
        .iter_mut()
        .find(|list| list.id == "sex")
        .unwrap();
    let [man, woman] = &mut sex.codes[..] else {
        panic!("two codes");
    };
    std::mem::swap(&mut man.meanings, &mut woman.meanings);
    let languages = model
        .code_lists
        .iter_mut()
        .find(|list| list.id == "language");
    languages.unwrap().definition =
        Label::new([(Language::NL, "Talen."), (Language::EN, "Tongues.")]);
    model
}

#[test]
fn change_of_meaning_fails_with_the_words_of_the_diff() {
    let folder = tempfile::tempdir().unwrap();
    let version = write(folder.path(), "1.2.0.json", example_model());
    let model = changed();
    let member = model.block("member").unwrap();
    let lists: Vec<_> = model.code_lists.iter().collect();
    let check = |columns: Option<&[&str]>| {
        let assertion = || testing::assert_block(member, &lists, &version, columns);
        let message = failure(std::panic::AssertUnwindSafe(assertion))?;
        Some(message.replace(&version.display().to_string(), "tests/model-1.2.0.json"))
    };
    insta::assert_snapshot!(check(None).unwrap());
    // A program that does not use the column is silent, also about words.
    assert_eq!(check(Some(&["person", "year"])), None);
    let message = check(Some(&["person", "sex"])).unwrap();
    assert!(
        message.contains("SEMANTIC C010 sex") && !message.contains("language"),
        "{message}"
    );
    let message = check(Some(&["person", "colour", "size"])).unwrap();
    assert!(
        message.starts_with("block `member` does not have: colour, size"),
        "{message}"
    );
}

#[test]
fn model_that_differs_from_its_version_must_name_the_changes() {
    let folder = tempfile::tempdir().unwrap();
    let versions = folder.path().join("versions");
    let model = changed();
    let check = || {
        failure(std::panic::AssertUnwindSafe(|| {
            testing::assert_version(&model, &versions);
        }))
    };
    std::fs::create_dir(&versions).unwrap();
    let message = check().unwrap();
    assert!(
        message.contains("has no version of the model")
            && message.contains("beraad version new 1.2.0"),
        "{message}"
    );
    write(&versions, "1.2.0.json", example_model());
    // A later number, and not a later text.
    write(&versions, "1.10.0.json", example_model());
    let message = check().unwrap();
    assert!(message.contains("its latest version, 1.10.0"), "{message}");
    assert!(message.contains("\n- SEMANTIC C010 sex"), "{message}");
    assert!(message.contains("`beraad version new 2.0.0`"), "{message}");
    let lines: Vec<_> = message
        .lines()
        .filter(|line| line.starts_with("- "))
        .collect();
    std::fs::write(folder.path().join("CHANGELOG.md"), lines.join("\n")).unwrap();
    assert_eq!(check(), None);
    // Every version remains readable.
    std::fs::write(versions.join("1.2.0.json"), "{}").unwrap();
    assert!(check().unwrap().contains("1.2.0.json"));
}
