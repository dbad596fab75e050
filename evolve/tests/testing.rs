//! The assertions for tests of dependents: what their authors read when a model changes.

use std::panic::catch_unwind;
use std::path::Path;

use beraad_describe::{Date, Field, Label, Language, Model, Variable, example_model};
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
    let version = write(folder.path(), "model-1.2.0.json", example_model());
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

/// The variable of a block of a model.
fn variable<'m>(model: &'m mut Model, block: &str, id: &str) -> &'m mut Variable {
    let block = model.blocks.iter_mut().find(|it| it.id == block).unwrap();
    let variables = block.fields.iter_mut().filter_map(|field| match field {
        Field::Variable(variable) => Some(variable),
        _ => None,
    });
    variables.into_iter().find(|it| it.id == id).unwrap()
}

#[test]
fn removed_or_renamed_column_fails_with_the_words_of_the_diff() {
    let folder = tempfile::tempdir().unwrap();
    let mut old = example_model();
    let version = write(folder.path(), "model-1.2.0.json", old.clone());
    let check = |model: &Model, columns: &[&str]| {
        let loan = model.block("loan").unwrap();
        let lists: Vec<_> = model.code_lists.iter().collect();
        let assertion = || testing::assert_block(loan, &lists, &version, Some(columns));
        failure(std::panic::AssertUnwindSafe(assertion))
    };
    let mut renamed = old.clone();
    let renewals = variable(&mut renamed, "loan", "renewals");
    renewals.id = "extensions".into();
    let unnamed = check(&renamed, &["renewals"]).unwrap();
    assert!(
        unnamed.contains("BREAKING V006 loan.extensions"),
        "{unnamed}"
    );
    variable(&mut renamed, "loan", "extensions").renamed_from = vec!["renewals".into()];
    let message = check(&renamed, &["renewals"]).unwrap();
    assert!(
        message.contains("BREAKING V005 loan.extensions: a column was renamed")
            && message.contains("\n  Use the new name in the program")
            && !message.contains("correct the names"),
        "{message}"
    );
    assert_eq!(check(&renamed, &["person"]), None);

    let mut removed = old.clone();
    let remove = |model: &mut Model| {
        let loan = model.blocks.iter_mut().find(|it| it.id == "loan").unwrap();
        let is_other = |field: &Field| !matches!(field, Field::Variable(it) if it.id == "renewals");
        loan.fields.retain(is_other);
    };
    remove(&mut removed);
    let message = check(&removed, &["renewals"]).unwrap();
    assert!(
        message.contains("BREAKING V001 loan.renewals: a variable was removed")
            && message.contains("remove it from the program"),
        "{message}"
    );
    assert_eq!(check(&removed, &["person"]), None);

    // The model had announced it: that is RISKY, and the program stops all the same.
    let words = Label::new([(Language::NL, "vervalt"), (Language::EN, "goes")]);
    variable(&mut old, "loan", "renewals").deprecated = Some(words);
    write(folder.path(), "model-1.2.0.json", old.clone());
    let message = check(&removed, &["renewals"]).unwrap();
    assert!(message.contains("RISKY V002 loan.renewals"), "{message}");

    // The file has the new name already.
    write(folder.path(), "model-1.2.0.json", renamed.clone());
    let message = check(&renamed, &["renewals"]).unwrap();
    assert!(
        message.contains("`renewals` of block `loan` is called `extensions` now"),
        "{message}"
    );
}

/// Compares the changed model with the file that the environment names. Run by [`accepted_change_is_written_into_the_copy`] alone.
#[test]
fn comparison_with_a_named_file() {
    let Some(version) = std::env::var_os("BERAAD_TEST_VERSION") else {
        return;
    };
    let model = changed();
    let lists: Vec<_> = model.code_lists.iter().collect();
    let member = model.block("member").unwrap();
    testing::assert_block(member, &lists, Path::new(&version), None);
}

#[test]
fn accepted_change_is_written_into_the_copy() {
    let folder = tempfile::tempdir().unwrap();
    let compare = |version: &Path, is_accepted: bool| {
        let mut test = std::process::Command::new(std::env::current_exe().unwrap());
        test.args(["--exact", "comparison_with_a_named_file"])
            .env("BERAAD_TEST_VERSION", version)
            .env_remove("BERAAD_ACCEPT");
        if is_accepted {
            test.env("BERAAD_ACCEPT", "1");
        }
        let output = test.output().unwrap();
        let message = String::from_utf8_lossy(&output.stdout).into_owned();
        (output.status.success(), message)
    };
    let copy = write(folder.path(), "model-1.2.0.json", example_model());
    let (passes, message) = compare(&copy, false);
    assert!(
        !passes && message.contains("run `BERAAD_ACCEPT=1 cargo test -p beraad-evolve`"),
        "{message}"
    );
    assert!(compare(&copy, true).0);
    assert!(compare(&copy, false).0);
    let kept = KeptVersion::from_json(&std::fs::read_to_string(&copy).unwrap()).unwrap();
    assert_eq!(kept.frozen, Date::ymd(2026, 11, 29));
    assert_eq!(kept.model.code_lists, changed().code_lists);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);

    // A model as JSON stays one.
    std::fs::write(&copy, serde_json::to_string(&example_model()).unwrap()).unwrap();
    assert!(compare(&copy, true).0);
    let model = Model::from_json(&std::fs::read_to_string(&copy).unwrap()).unwrap();
    assert_eq!(model.code_lists, changed().code_lists);

    // A kept version is never overwritten.
    let kept = write(folder.path(), "1.2.0.json", example_model());
    let before = std::fs::read(&kept).unwrap();
    let (passes, message) = compare(&kept, true);
    assert!(
        !passes && message.contains("copy it under a name such as `tests/model-1.2.0.json`"),
        "{message}"
    );
    assert!(std::fs::read(&kept).unwrap() == before);
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
