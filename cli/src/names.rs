//! Blocks and columns by the names that are typed.

use beraad_codegen::{EmitError, Options, Selection};
use beraad_schema::describe::nearest;
use beraad_schema::describe::{Block, Column, Model};

/// What a name stands for.
#[derive(Debug)]
pub(crate) enum Named<'a> {
    Block(&'a Block),
    Column(&'a Block, Column<'a>),
}

/// The block or column that `name` (`block` or `block.variable`) stands for, or what is wrong with it.
pub(crate) fn find<'a>(model: &'a Model, name: &str) -> Result<Named<'a>, String> {
    let Some((id, variable)) = name.split_once('.') else {
        return match model.block(name) {
            Some(block) => Ok(Named::Block(block)),
            None => Err(unknown_block(model, name)),
        };
    };
    let Some(block) = model.block(id) else {
        let all = full_names(model);
        return Err(match nearest(name, all.iter().map(String::as_str)) {
            Some(meant) => format!("there is no block `{id}`: did you mean `{meant}`?"),
            None => block_error(model, id).unwrap_or_default(),
        });
    };
    match block.column(variable) {
        Some(column) => Ok(Named::Column(block, column)),
        None => Err(unknown_variable(model, block, variable)),
    }
}

/// What is wrong with each of `ids` that is no block of the model.
pub(crate) fn block_errors(model: &Model, ids: &[String]) -> Vec<String> {
    ids.iter().filter_map(|id| block_error(model, id)).collect()
}

fn block_error(model: &Model, id: &str) -> Option<String> {
    let options = Options {
        blocks: Some(vec![id.to_owned()]),
    };
    let error: EmitError = Selection::new(model, &options).err()?;
    Some(error.to_string())
}

/// A variable typed without its block is what most mistakes are; then a slip of the finger.
fn unknown_block(model: &Model, name: &str) -> String {
    let all = full_names(model);
    let of_that_name: Vec<_> = all
        .iter()
        .filter(|full| full.split_once('.').is_some_and(|(_, it)| it == name))
        .map(|full| format!("`{full}`"))
        .collect();
    if of_that_name.is_empty() {
        block_error(model, name).unwrap_or_default()
    } else {
        let meant = of_that_name.join(" or ");
        format!("there is no block `{name}`, but a variable of that name: write {meant}")
    }
}

fn unknown_variable(model: &Model, block: &Block, name: &str) -> String {
    let id = &block.id;
    let columns = block.columns();
    let known = || columns.iter().map(|column| &*column.name);
    if let Some(meant) = nearest(name, known()) {
        return format!("block `{id}` has no variable `{name}`: did you mean `{id}.{meant}`?");
    }
    let mut others = model.blocks.iter();
    if let Some(other) = others.find(|other| other.column(name).is_some()) {
        let other = &other.id;
        return format!(
            "block `{id}` has no variable `{name}`, but block `{other}` does: write `{other}.{name}`"
        );
    }
    let known: Vec<_> = known().collect();
    let known = known.join("`, `");
    format!("block `{id}` has no variable `{name}`: there are `{known}`")
}

fn full_names(model: &Model) -> Vec<String> {
    let blocks = model.blocks.iter();
    let names = blocks.flat_map(|block| {
        let columns = block.columns().into_iter();
        columns.map(move |column| format!("{}.{}", block.id, column.name))
    });
    names.collect()
}
