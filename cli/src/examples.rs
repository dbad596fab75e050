//! The examples at the end of a help page, with names of the model at hand.

use beraad_schema::describe::{Block, Model};

/// A line to type, and a description of its effect.
pub(crate) struct Example {
    /// Without the name of the program.
    line: String,
    effect: &'static str,
}

impl Example {
    pub(crate) fn new(line: impl Into<String>, effect: &'static str) -> Self {
        Self {
            line: line.into(),
            effect,
        }
    }
}

/// Names that occur in the model, so that the examples can be typed as they are.
pub(crate) struct ModelNames {
    pub(crate) block: String,
    pub(crate) other_block: String,
    /// A variable of `block`.
    pub(crate) variable: String,
    /// The version of the model.
    pub(crate) version: String,
}

impl ModelNames {
    /// Takes the first two blocks, and a variable of the first one.
    pub(crate) fn of(model: &Model) -> Self {
        let mut blocks = model.blocks.iter();
        let block = blocks.next();
        let other_block = blocks.next().or(block);
        // A variable with a code list shows most.
        let variable = block.and_then(|block| {
            let mut variables = block.variables();
            variables
                .find(|(_, variable)| variable.code_list.is_some())
                .or_else(|| block.variables().next())
        });
        let id = |block: Option<&Block>| block.map_or("BLOCK".to_owned(), |it| it.id.to_string());
        Self {
            block: id(block),
            other_block: id(other_block),
            variable: variable.map_or("VARIABLE".to_owned(), |(column, _)| column.name),
            version: model.version.to_string(),
        }
    }
}

/// Returns the section of a help page that shows `examples`.
pub(crate) fn section(program: &str, examples: &[Example]) -> String {
    let lines: Vec<_> = examples
        .iter()
        .map(|Example { line, effect }| format!("  {program} {line}\n      {effect}"))
        .collect();
    format!("Examples:\n{}", lines.join("\n"))
}
