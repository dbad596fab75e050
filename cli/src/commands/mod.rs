//! The commands, each in a file of its name.

mod blocks;
mod codebook;
mod formats;
mod generate;
mod show;
mod trace;

use beraad_schema::Model;
use clap::Subcommand;

use crate::failure::Failure;
use crate::options::{Example, Words};

/// What a command works on.
pub(crate) struct Context<'a> {
    pub(crate) model: &'a Model,
    /// How many characters a line has.
    pub(crate) width: usize,
    /// What the programme was called by.
    pub(crate) programme: &'a str,
}

/// What a command says.
pub(crate) struct Answer {
    /// For the standard output.
    pub(crate) text: String,
    /// Why the answer is no, if it is.
    pub(crate) no: Option<String>,
}

impl Answer {
    pub(crate) fn yes(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            no: None,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Codebook(codebook::Codebook),
    Generate(generate::Generate),
    Formats(formats::Formats),
    Blocks(blocks::Blocks),
    Show(show::Show),
    Trace(trace::Trace),
}

impl Command {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Answer, Failure> {
        match self {
            Self::Codebook(command) => command.run(context),
            Self::Generate(command) => command.run(context),
            Self::Formats(command) => Ok(command.run(context)),
            Self::Blocks(command) => Ok(command.run(context)),
            Self::Show(command) => command.run(context),
            Self::Trace(command) => command.run(context),
        }
    }

    /// The examples in the help of the command of this name.
    pub(crate) fn examples(name: &str, words: &Words) -> Vec<Example> {
        match name {
            "codebook" => codebook::examples(),
            "generate" => generate::examples(words),
            "formats" => formats::examples(),
            "blocks" => blocks::examples(),
            "show" => show::examples(words),
            _ => trace::examples(),
        }
    }
}
