//! A small model of an invented decision, with every feature of the vocabulary in it.

#![allow(
    dead_code,
    reason = "each test file is a program of its own and uses a part"
)]

use beraad_codegen::{Artefact, Format, Options};
use beraad_schema::describe::{Block, CodeList, Field, Model, Variable};

/// The model.
pub(crate) fn small_model() -> Model {
    let model: Model = serde_json::from_str(include_str!("small_model.json")).expect("a model");
    assert!(!model.trace().is_empty());
    model
}

/// Everything that a format writes of a model.
pub(crate) fn emit(format: &Format, model: &Model) -> Vec<Artefact> {
    format
        .emit(model, &Options::default())
        .expect("the model can be written")
}

/// The text of the artefact with this path.
pub(crate) fn text(artefacts: &[Artefact], path: &str) -> String {
    let artefact = artefacts.iter().find(|artefact| artefact.path == path);
    String::from_utf8(artefact.expect("the path").bytes.clone()).expect("UTF-8")
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
            _ => None,
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
