//! A format: one record that says what it writes, what it carries, and how.

use std::sync::OnceLock;

use beraad_schema::describe::{Block, Language, Model};

use crate::support::Support;
use beraad_schema::describe::nearest;

/// A format: a way to write a model.
///
/// Each is a constant in a file of its own, named as its id, and one line in [`FORMATS`](crate::FORMATS).
#[derive(Debug)]
#[non_exhaustive]
pub struct Format {
    /// The id, as it is typed on a command line.
    pub id: &'static str,
    /// The paths of what it writes; `<block>` stands for the id of each block.
    pub writes: &'static [&'static str],
    /// What it is, in one line.
    pub summary: Words,
    /// What it carries of a model, and what it loses.
    pub support: Support,
    pub(crate) write: fn(&Selection<'_>) -> Result<Vec<Artefact>, EmitError>,
}

impl Format {
    /// Writes the model, or the blocks of it that the options name, in this format.
    ///
    /// The same model and options give the same artefacts, in the same order and byte for byte.
    ///
    /// # Errors
    /// If the options name a block that the model does not have, or the format cannot write a block.
    pub fn emit(&self, model: &Model, options: &Options) -> Result<Vec<Artefact>, EmitError> {
        (self.write)(&Selection::new(model, options)?)
    }
}

/// What to write of a model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The ids of the blocks to write; all of them where there is no list.
    pub blocks: Option<Vec<String>>,
}

/// One file that a format writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artefact {
    /// The path within the output folder, with `/` between folders.
    pub path: String,
    /// The content.
    pub bytes: Vec<u8>,
}

impl Artefact {
    /// A file with this content.
    #[must_use]
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            path: path.into(),
            bytes: bytes.into(),
        }
    }
}

/// A model, and the blocks of it that are written: checked once, for every format.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Selection<'a> {
    /// The model.
    pub model: &'a Model,
    /// The blocks to write, in the model's order, each once.
    pub blocks: Vec<&'a Block>,
    fingerprint: OnceLock<String>,
}

impl<'a> Selection<'a> {
    /// The blocks of `model` that `options` name.
    ///
    /// # Errors
    /// If there is no such block.
    pub fn new(model: &'a Model, options: &Options) -> Result<Self, EmitError> {
        let mut selection = Self::all(model);
        if let Some(named) = &options.blocks {
            for id in named {
                if model.block(id).is_none() {
                    return Err(unknown_block(model, id));
                }
            }
            let blocks = &mut selection.blocks;
            blocks.retain(|block| named.iter().any(|id| *id == block.id));
        }
        Ok(selection)
    }

    /// All blocks of `model`.
    #[must_use]
    pub fn all(model: &'a Model) -> Self {
        Self {
            model,
            blocks: model.blocks.iter().collect(),
            fingerprint: OnceLock::new(),
        }
    }

    /// The fingerprint of the model, made once.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        self.fingerprint.get_or_init(|| self.model.fingerprint())
    }

    /// Whether the block is written.
    #[must_use]
    pub fn has(&self, block: &Block) -> bool {
        self.blocks.iter().any(|chosen| chosen.id == block.id)
    }
}

fn unknown_block(model: &Model, id: &str) -> EmitError {
    let known: Vec<_> = model.blocks.iter().map(|block| &*block.id).collect();
    EmitError::UnknownBlock {
        id: id.to_owned(),
        help: help(id, &known),
    }
}

/// What to write instead of `typed`: the nearest name, else all of them.
pub(crate) fn help(typed: &str, known: &[&str]) -> String {
    match nearest(typed, known.iter().copied()) {
        Some(name) => format!("did you mean `{name}`?"),
        None if known.is_empty() => "there is none".to_owned(),
        None => format!("there are `{}`", known.join("`, `")),
    }
}

/// Why a model was not written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EmitError {
    /// The options name a block that the model does not have.
    #[error("there is no block `{id}`: {help}")]
    UnknownBlock {
        /// The id that was asked for.
        id: String,
        /// What may be meant.
        help: String,
    },
    /// There is no format with this id.
    #[error("there is no format `{id}`: {help}")]
    UnknownFormat {
        /// The id that was asked for.
        id: String,
        /// What may be meant.
        help: String,
    },
    /// A library refused to write a block.
    #[error("block `{block}` cannot be written as `{format}`")]
    Block {
        /// The format.
        format: &'static str,
        /// The block.
        block: String,
        /// What the library says.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// A phrase of the programme's own, in the languages of the codebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// The Dutch text.
    pub nl: &'static str,
    /// The English text.
    pub en: &'static str,
}

impl Words {
    /// A phrase in Dutch and English.
    #[must_use]
    pub const fn new(nl: &'static str, en: &'static str) -> Self {
        Self { nl, en }
    }

    /// The text in `language`; in Dutch, the language of the decision, where there is none.
    #[must_use]
    pub const fn get(self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            _ => self.nl,
        }
    }
}
