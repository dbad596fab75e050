//! A change to one block leaves the files of the other blocks as they are, byte for byte.

mod common;

use std::collections::BTreeMap;

use beraad_codegen::{FORMATS, Options, Selection, model_file};
use beraad_schema::describe::{Label, Language, Model, Note, SuppliedFile};
use common::{block, code_list, emit, small_model, variable};

/// All files of all formats, and the file of the model.
fn all_files(model: &Model) -> BTreeMap<String, Vec<u8>> {
    let mut files: BTreeMap<_, _> = FORMATS.iter().flat_map(|it| emit(it, model)).collect();
    let selection = Selection::new(model, &Options::new(FORMATS)).expect("all blocks");
    let file = model_file(&selection);
    files.insert(file.path.clone(), file.into_bytes().expect("the content"));
    files
}

/// The paths of the files that the change changes.
fn changed_files(change: impl FnOnce(&mut Model)) -> Vec<String> {
    let mut model = small_model();
    let before = all_files(&model);
    change(&mut model);
    let after = all_files(&model);
    assert!(before.keys().eq(after.keys()), "other files are written");
    let changed = before
        .into_iter()
        .filter(|(path, content)| after[path] != *content);
    changed.map(|(path, _)| path).collect()
}

/// The files that every change of the model changes: they have its fingerprint, or all of it.
const OF_THE_MODEL: [&str; 10] = [
    "codebook-en.md",
    "codebook-nl.md",
    "croissant.json",
    "csv-metadata.json",
    "datapackage.json",
    "ddi/codebook-2.5.xml",
    "ddi/codebook-2.6.xml",
    "index.html",
    "model.beraad.json",
    "model.json",
];

/// The file with all tables.
#[cfg(feature = "workbook")]
const WORKBOOK: &[&str] = &["codebook.xlsx"];
#[cfg(not(feature = "workbook"))]
const WORKBOOK: &[&str] = &[];

/// The files of a block that have its fingerprint.
#[cfg(feature = "arrow")]
const WITH_FINGERPRINT: [&str; 16] = [
    "annotations/loan.beraad.json",
    "arrow/loan.arrow",
    "arrow/loan.json",
    "json-schema/loan.schema.json",
    "python/en/loan.py",
    "python/nl/loan.py",
    "r/en/loan.R",
    "r/en/loan_labelled.R",
    "r/nl/loan.R",
    "r/nl/loan_labelled.R",
    "sas/en/loan.sas",
    "sas/nl/loan.sas",
    "spss/en/loan.sps",
    "spss/nl/loan.sps",
    "stata/en/loan.do",
    "stata/nl/loan.do",
];
#[cfg(not(feature = "arrow"))]
const WITH_FINGERPRINT: [&str; 14] = [
    "annotations/loan.beraad.json",
    "json-schema/loan.schema.json",
    "python/en/loan.py",
    "python/nl/loan.py",
    "r/en/loan.R",
    "r/en/loan_labelled.R",
    "r/nl/loan.R",
    "r/nl/loan_labelled.R",
    "sas/en/loan.sas",
    "sas/nl/loan.sas",
    "spss/en/loan.sps",
    "spss/nl/loan.sps",
    "stata/en/loan.do",
    "stata/nl/loan.do",
];

fn assert_changed(changed: &[String], expected: &[&[&str]]) {
    let mut expected = expected.concat();
    expected.sort_unstable();
    assert_eq!(changed, expected);
}

#[test]
fn note_changes_the_files_of_its_block_only() {
    let note = Note::new(Label::new([(Language::EN, "a comma, more")]));
    let changed = changed_files(|model| variable(model, "loan", "department").notes.push(note));
    let pages = ["codebook-en/loan.md", "codebook-nl/loan.md"];
    let tables = ["tables-for-excel/variables.csv", "tables/variables.csv"];
    assert_changed(
        &changed,
        &[&OF_THE_MODEL, &WITH_FINGERPRINT, &pages, WORKBOOK, &tables],
    );
}

#[test]
fn supplied_list_changes_the_files_of_the_blocks_that_use_it_only() {
    let changed = changed_files(|model| {
        let list = code_list(model, "fine_class");
        list.supplied_by = Some(SuppliedFile::new("fine_class.csv", "0".repeat(64)));
    });
    let pages = ["codebook-en/loan.md", "codebook-nl/loan.md"];
    let tables = [
        "tables-for-excel/awaited.csv",
        "tables-for-excel/code_lists.csv",
        "tables/awaited.csv",
        "tables/code_lists.csv",
    ];
    assert_changed(
        &changed,
        &[&OF_THE_MODEL, &WITH_FINGERPRINT, &pages, WORKBOOK, &tables],
    );
}

#[test]
fn release_of_the_model_changes_the_files_of_the_model_only() {
    let changed = changed_files(|model| model.version = "9.9.9".into());
    assert_changed(&changed, &[&OF_THE_MODEL, WORKBOOK]);
}

#[test]
fn every_file_of_a_block_has_its_fingerprint() {
    let model = small_model();
    let files = all_files(&model);
    for block in &model.blocks {
        let fingerprint = model.block_fingerprint(block);
        for path in WITH_FINGERPRINT {
            let path = path.replace("loan", &block.id);
            let text = String::from_utf8_lossy(&files[&path]);
            assert!(text.contains(&fingerprint), "{path}");
            assert!(!text.contains(&model.fingerprint()), "{path}");
        }
        let file = String::from_utf8_lossy(&files["model.beraad.json"]);
        assert!(file.contains(&fingerprint), "{}", block.id);
    }
    let file = String::from_utf8_lossy(&files["model.beraad.json"]);
    assert!(
        file.contains(&model.fingerprint()) && file.contains("\"1.2.0\""),
        "{file}"
    );
}

#[test]
fn fingerprint_of_a_block_covers_the_block_and_its_lists() {
    fn fingerprint(change: impl FnOnce(&mut Model)) -> String {
        let mut model = small_model();
        change(&mut model);
        model.block_fingerprint(model.block("loan").expect("a block"))
    }
    let before = fingerprint(|_| {});
    assert_eq!(
        before,
        fingerprint(|model| block(model, "member").notes.clear())
    );
    assert_eq!(
        before,
        fingerprint(|model| code_list(model, "sex").codes.clear())
    );
    assert_eq!(before, fingerprint(|model| model.code_lists.reverse()));
    assert_eq!(before, fingerprint(|model| model.constraints.clear()));
    assert_ne!(
        before,
        fingerprint(|model| block(model, "loan").fields.reverse())
    );
    assert_ne!(
        before,
        fingerprint(|model| code_list(model, "department").codes.clear())
    );
    assert_ne!(
        before,
        fingerprint(|model| code_list(model, "department").standard = None)
    );
}
