//! The code lists that a provider supplies: what is read, and what it becomes in a model.

#[path = "supplied/confirmations.rs"]
mod confirmations;
#[path = "supplied/errors.rs"]
mod errors;
#[path = "supplied/languages.rs"]
mod languages;
#[path = "supplied/large.rs"]
mod large;
#[path = "supplied/merged.rs"]
mod merged;
#[path = "supplied/templates.rs"]
mod templates;
#[path = "supplied/warnings.rs"]
mod warnings;
#[cfg(feature = "workbook")]
#[path = "supplied/workbooks.rs"]
mod workbooks;
#[path = "supplied/written.rs"]
mod written;

use std::fs;
use std::path::Path;

use beraad_describe::{CodeList, Model};
use beraad_register::{ListErrors, ListWarningKind, SuppliedLists, SupplyError};

/// A small model of an invented decision, with every kind of code list in it.
fn small_model() -> Model {
    serde_json::from_str(include_str!("model.json")).expect("a model")
}

/// Reads a folder with these files. Each finding is checked in every language.
fn read<C: AsRef<[u8]>>(files: &[(&str, C)]) -> Result<SuppliedLists, ListErrors> {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, content) in files {
        fs::write(folder.path().join(name), content).expect("a file");
    }
    let read = read_folder(folder.path());
    // A value with a backtick would end where it does not.
    let has_backtick = |content: &C| content.as_ref().contains(&b'`');
    if !files.iter().any(|(_, content)| has_backtick(content)) {
        match &read {
            Ok(lists) => languages::check(&lists.findings()),
            Err(errors) => languages::check(&errors.findings()),
        }
    }
    read
}

/// Reads a folder; errors name their files without it.
fn read_folder(folder: &Path) -> Result<SuppliedLists, ListErrors> {
    SuppliedLists::read(folder, &small_model()).map_err(|error| match error {
        SupplyError::Lists(mut errors) => {
            let warnings = errors.warnings.first.iter_mut().map(|it| &mut it.file);
            let files = errors.first.iter_mut().map(|it| &mut it.file);
            for file in files.chain(warnings) {
                *file = file.file_name().expect("a name").into();
            }
            errors
        }
        other => panic!("{other}"),
    })
}

fn errors<C: AsRef<[u8]>>(files: &[(&str, C)]) -> ListErrors {
    read(files).expect_err("an error")
}

/// The warnings about a file for a list, and no error.
fn warned(name: &str, content: &str) -> Vec<(usize, ListWarningKind)> {
    let lists = read(&[(name, content)]).unwrap_or_else(|errors| panic!("{content}: {errors}"));
    let warnings = &lists.warnings().first;
    let warnings = warnings.iter();
    warnings
        .map(|it| (it.line.expect("a line"), it.kind))
        .collect()
}

/// The model with these files in it.
fn merged(files: &[(&str, &str)]) -> Model {
    let lists = read(files).unwrap_or_else(|errors| panic!("{errors}"));
    let mut model = small_model();
    lists.merge_into(&mut model);
    model
}

fn list<'a>(model: &'a Model, id: &str) -> &'a CodeList {
    model.code_list(id).expect("the list")
}

const CLASSES: &str = "code,nl,en,lower,upper,closed,valid_from,valid_to\n";

/// That many lines.
fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}
