//! Blocks, columns and formats, by the names that are typed on the command line.
//!
//! An error is the text to print.

use beraad_codegen::{FORMATS, Format};
use beraad_schema::describe::{Block, Column, Model, nearest};

/// A block, or a column of a block.
#[derive(Debug)]
pub(crate) enum Named<'a> {
    Block(&'a Block),
    Column(&'a Block, Column<'a>),
}

/// Finds the block or column with this name (`block` or `block.variable`).
pub(crate) fn find_block_or_column<'a>(model: &'a Model, name: &str) -> Result<Named<'a>, String> {
    let Some((id, variable)) = name.split_once('.') else {
        return match model.block(name) {
            Some(block) => Ok(Named::Block(block)),
            None => Err(unknown_block_or_variable(model, name)),
        };
    };
    let Some(block) = model.block(id) else {
        // The whole name is compared: a misspelt block is then corrected together with its variable.
        let columns = full_column_names(model);
        return Err(match nearest(name, columns.iter().map(String::as_str)) {
            Some(column) => format!("unknown block `{id}`: did you mean `{column}`?"),
            None => unknown_block(model, id),
        });
    };
    match block.column(variable) {
        Some(column) => Ok(Named::Column(block, column)),
        None => Err(unknown_variable(model, block, variable)),
    }
}

/// Finds the block with this id.
pub(crate) fn find_block<'a>(model: &'a Model, id: &str) -> Result<&'a Block, String> {
    model.block(id).ok_or_else(|| unknown_block(model, id))
}

/// Finds the variable with this name (`block.variable`).
pub(crate) fn find_variable<'a>(model: &'a Model, name: &str) -> Result<Column<'a>, String> {
    match find_block_or_column(model, name)? {
        Named::Column(_, column) => Ok(column),
        Named::Block(block) => Err(format!(
            "`{name}` is a block: write `{name}.VARIABLE` for one of its variables, such as `{name}.{}`, or `--block {name}` for all of it",
            block
                .variables()
                .next()
                .map_or("..".to_owned(), |(column, _)| column.name)
        )),
    }
}

/// Finds the format with this id.
pub(crate) fn find_format(id: &str) -> Result<&'static Format, String> {
    let format = FORMATS.iter().find(|format| format.id == id);
    format.copied().ok_or_else(|| {
        let known: Vec<_> = FORMATS.iter().map(|format| format.id).collect();
        // The id of a format is short: of `R` and `r`, no letter is the same.
        let help = suggestion("", &id.to_lowercase(), &known);
        format!("unknown format `{id}`: {help}")
    })
}

fn unknown_block(model: &Model, id: &str) -> String {
    let known: Vec<_> = model.blocks.iter().map(|block| &*block.id).collect();
    format!("unknown block `{id}`: {}", suggestion("", id, &known))
}

/// The error for a name without a point. Most often, it is a variable that lacks its block.
fn unknown_block_or_variable(model: &Model, name: &str) -> String {
    let columns: Vec<_> = full_column_names(model)
        .into_iter()
        .filter(|full| full.split_once('.').is_some_and(|(_, it)| it == name))
        .map(|full| format!("`{full}`"))
        .collect();
    if columns.is_empty() {
        unknown_block(model, name)
    } else {
        let columns = columns.join(" or ");
        format!("unknown block `{name}`, but there is a variable with that name: write {columns}")
    }
}

fn unknown_variable(model: &Model, block: &Block, name: &str) -> String {
    let id = &block.id;
    let columns = block.columns();
    let known: Vec<_> = columns.iter().map(|column| &*column.name).collect();
    let mut blocks = model.blocks.iter();
    let elsewhere = blocks.find(|other| other.column(name).is_some());
    let help = match elsewhere {
        // A similar name in this block comes first: a slip is more likely than the wrong block.
        Some(other) if nearest(name, known.iter().copied()).is_none() => {
            let other = &other.id;
            format!("block `{other}` has it: write `{other}.{name}`")
        }
        _ => suggestion(&format!("{id}."), name, &known),
    };
    format!("unknown variable `{name}` of block `{id}`: {help}")
}

/// Returns the name to write instead of `typed`, behind `prefix`; if none is similar, all of them.
fn suggestion(prefix: &str, typed: &str, known: &[&str]) -> String {
    match nearest(typed, known.iter().copied()) {
        Some(name) => format!("did you mean `{prefix}{name}`?"),
        None => format!("expected one of `{}`", known.join("`, `")),
    }
}

fn full_column_names(model: &Model) -> Vec<String> {
    let blocks = model.blocks.iter();
    let names = blocks.flat_map(|block| {
        let columns = block.columns().into_iter();
        columns.map(move |column| format!("{}.{}", block.id, column.name))
    });
    names.collect()
}
