//! A small model of an invented decision, and helpers to write and change it.

#![allow(
    dead_code,
    reason = "each test file is a program of its own and uses some of the helpers"
)]

pub(crate) mod hostile;
pub(crate) mod page;
pub(crate) mod scripts;

use beraad_codegen::{FORMATS, Format, Options};
use beraad_schema::describe::{Block, CodeList, Field, Model, Variable};

/// The model.
pub(crate) fn small_model() -> Model {
    let model = beraad_codegen::testing::small_model();
    assert!(!model.trace().is_empty());
    model
}

/// A path and the content of the file.
pub(crate) type File = (String, Vec<u8>);

/// All files that a format writes for a model, in their order.
pub(crate) fn emit(format: &Format, model: &Model) -> Vec<File> {
    emit_with(format, model, &Options::new(FORMATS))
}

/// All files that a format writes with these options, in their order.
pub(crate) fn emit_with(format: &Format, model: &Model, options: &Options) -> Vec<File> {
    let artefacts = format
        .emit(model, options)
        .expect("the model can be written");
    artefacts
        .into_iter()
        .map(|artefact| {
            let path = artefact.path.clone();
            (path, artefact.into_bytes().expect("the content"))
        })
        .collect()
}

/// The text of the file with this path.
pub(crate) fn text(files: &[File], path: &str) -> String {
    let file = files.iter().find(|(other, _)| other == path);
    let (_, content) = file.expect("the path");
    String::from_utf8(content.clone()).expect("UTF-8")
}

/// The text of all Markdown files of a codebook in one language.
pub(crate) fn codebook(files: &[File], language: &str) -> String {
    let is_page = |path: &str| {
        let rest = path.strip_prefix(&format!("codebook-{language}"));
        rest.is_some_and(|rest| rest.starts_with(['.', '/', '-']))
    };
    let pages = files.iter().filter(|(path, _)| is_page(path));
    let pages: Vec<_> = pages.map(|(path, _)| text(files, path)).collect();
    assert!(pages.len() > 1, "no pages in {language}");
    pages.join("\n")
}

/// A block, to be changed.
pub(crate) fn block<'a>(model: &'a mut Model, id: &str) -> &'a mut Block {
    model
        .blocks
        .iter_mut()
        .find(|block| block.id == id)
        .expect("the block")
}

/// A variable of a block, to be changed.
pub(crate) fn variable<'a>(model: &'a mut Model, block_id: &str, id: &str) -> &'a mut Variable {
    block(model, block_id)
        .fields
        .iter_mut()
        .find_map(|field| match field {
            Field::Variable(variable) if variable.id == id => Some(&mut **variable),
            Field::Variable(_) | Field::Role(_) | Field::Group(_) => None,
        })
        .expect("the variable")
}

/// A code list, to be changed.
pub(crate) fn code_list<'a>(model: &'a mut Model, id: &str) -> &'a mut CodeList {
    model
        .code_lists
        .iter_mut()
        .find(|list| list.id == id)
        .expect("the list")
}
