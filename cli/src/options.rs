//! The command line: its commands and options, and their help with examples that hold for the model at hand.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use beraad_codegen::text::visible;
use beraad_schema::describe::Model;
use clap::{CommandFactory, FromArgMatches, Parser};

use crate::commands::Command;
use crate::failure::EXIT_CODES;

/// The codebook of a data decision, and every other format that follows from it.
///
/// A model says for each phrase of the decision which variable carries it out, what its values and codes mean, where it comes from and how sure that is. These commands write that down for people and programmes, and show it here.
#[derive(Debug, Parser)]
#[command(name = "beraad")]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// Take in the code lists of this folder, one `<list id>.csv` each, as they came with the delivery
    #[arg(long, global = true, value_name = "DIR")]
    codelists: Option<PathBuf>,
}

/// What a command line is.
pub(crate) enum Parsed {
    /// A command, the folder of supplied code lists, and what the programme was called by.
    Command(Command, Option<PathBuf>, String),
    /// It asks for help or the version.
    Help(String),
    /// It is wrong, and why.
    Wrong(String),
}

/// Understands a command line.
pub(crate) fn parse<I>(model: &Model, args: I, width: usize) -> Parsed
where
    I: IntoIterator,
    I::Item: Into<OsString> + Clone,
{
    let args: Vec<OsString> = args.into_iter().map(Into::into).collect();
    let programme = programme(args.first());
    let parsed = command(model, &programme, width)
        .try_get_matches_from(args)
        .and_then(|mut matches| Cli::from_arg_matches_mut(&mut matches));
    match parsed {
        Ok(cli) => Parsed::Command(cli.command, cli.codelists, programme),
        Err(error) if error.use_stderr() => Parsed::Wrong(error.render().to_string()),
        Err(error) => Parsed::Help(error.render().to_string()),
    }
}

fn programme(first: Option<&OsString>) -> String {
    let stem = first.and_then(|path| Path::new(path).file_stem());
    stem.map_or_else(
        || "beraad".into(),
        |stem| stem.to_string_lossy().into_owned(),
    )
}

fn command(model: &Model, programme: &str, width: usize) -> clap::Command {
    let version = format!(
        "{} (model {} of deliberation {})",
        env!("CARGO_PKG_VERSION"),
        visible(&model.version),
        visible(&model.deliberation.number)
    );
    let words = Words::of(model);
    let mut command = Cli::command()
        .version(version)
        .term_width(width)
        .after_help(format!(
            "{}\n\n{EXIT_CODES}",
            examples(programme, &overview_examples(&words))
        ));
    let names: Vec<_> = command
        .get_subcommands()
        .map(|command| command.get_name().to_owned())
        .collect();
    for name in names {
        let shown = examples(programme, &Command::examples(&name, &words));
        command = command.mut_subcommand(name, |command| command.after_help(shown));
    }
    command
}

/// Names of the model at hand, for examples that can be typed as they are.
pub(crate) struct Words {
    pub(crate) block: String,
    pub(crate) other_block: String,
    pub(crate) variable: String,
}

impl Words {
    fn of(model: &Model) -> Self {
        let mut blocks = model.blocks.iter();
        let block = blocks.next();
        let other = blocks.next().or(block);
        // The first variable with a code list shows most.
        let variable = block.and_then(|block| {
            let names = || block.variables();
            names()
                .find(|(_, variable)| variable.code_list.is_some())
                .or_else(|| names().next())
        });
        let id = |block: Option<&beraad_schema::describe::Block>| {
            block.map_or_else(|| "BLOCK".to_owned(), |block| block.id.to_string())
        };
        Self {
            block: id(block),
            other_block: id(other),
            variable: variable.map_or_else(|| "VARIABLE".to_owned(), |(column, _)| column.name),
        }
    }
}

/// A line to type, without the programme's name, and what it does.
pub(crate) type Example = (String, &'static str);

fn overview_examples(words: &Words) -> Vec<Example> {
    vec![
        (
            "codebook --out handout".into(),
            "write the codebook and all that goes with it",
        ),
        (format!("show {}", words.block), "what is known of a block"),
        ("trace".into(), "which variable carries out which phrase"),
    ]
}

fn examples(programme: &str, examples: &[Example]) -> String {
    let lines: Vec<_> = examples
        .iter()
        .map(|(line, says)| format!("  {programme} {line}\n      {says}"))
        .collect();
    format!("Examples:\n{}", lines.join("\n"))
}
