//! The command line: the options that all commands share, and the help.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use beraad_schema::describe::Model;
use clap::{Args, FromArgMatches};

use crate::command::Task;
use crate::commands::COMMANDS;
use crate::error::EXIT_CODES;
use crate::examples::{self, Example, ModelNames};

/// The codebook of a data decision, and the other formats derived from it
///
/// A model states for each phrase of the decision which variable carries it out, what its values and codes mean, where it comes from and how certain that is. The commands write this for people and programs, or show it here.
#[derive(Debug, Args)]
struct SharedOptions {
    /// Merge the code lists in DIR (one `<list id>.csv` per list)
    // Shown after the options of the command itself.
    #[arg(long, global = true, value_name = "DIR", display_order = 900)]
    codelists: Option<PathBuf>,
    /// Treat each warning about the code lists as an error (exit code 2)
    #[arg(long, global = true, display_order = 901)]
    strict: bool,
}

/// A parsed command line.
pub(crate) enum CommandLine {
    Run(Invocation),
    /// The help or the version, as text.
    Help(String),
    /// The error, as text.
    Invalid(String),
}

/// A command, and the options that all commands share.
pub(crate) struct Invocation {
    pub(crate) task: Task,
    /// The folder of supplied code lists.
    pub(crate) codelists: Option<PathBuf>,
    /// True if a warning about them is an error.
    pub(crate) strict: bool,
    /// The name by which the program was called.
    pub(crate) program: String,
}

/// Parses a command line; its first argument is the path of the program.
pub(crate) fn parse<I>(model: &Model, args: I, width: usize) -> CommandLine
where
    I: IntoIterator,
    I::Item: Into<OsString> + Clone,
{
    let args: Vec<OsString> = args.into_iter().map(Into::into).collect();
    let program = program_name(args.first());
    match invocation(model, args, program, width) {
        Ok(invocation) => CommandLine::Run(invocation),
        Err(error) => {
            // clap returns the help and the version as errors too. They belong on the standard output.
            let text = without_trailing_spaces(&error.render().to_string());
            if error.use_stderr() {
                CommandLine::Invalid(text)
            } else {
                CommandLine::Help(text)
            }
        }
    }
}

fn program_name(path: Option<&OsString>) -> String {
    let stem = path.and_then(|path| Path::new(path).file_stem());
    stem.map_or("beraad".into(), |stem| stem.to_string_lossy().into_owned())
}

fn invocation(
    model: &Model,
    args: Vec<OsString>,
    program: String,
    width: usize,
) -> Result<Invocation, clap::Error> {
    let mut matches = definition(model, &program, width).try_get_matches_from(args)?;
    let options = SharedOptions::from_arg_matches_mut(&mut matches)?;
    // The subcommands of `definition` are those of `COMMANDS`, and one is required: this is never `None`.
    let task = matches.remove_subcommand().and_then(|(name, mut matches)| {
        let command = COMMANDS.iter().find(|command| command.name == name)?;
        Some(command.parse(&mut matches))
    });
    Ok(Invocation {
        task: task.expect("clap requires one of the commands that it was given")?,
        codelists: options.codelists,
        strict: options.strict,
        program,
    })
}

fn definition(model: &Model, program: &str, width: usize) -> clap::Command {
    let version = format!(
        "{} (model {} of deliberation {})",
        env!("CARGO_PKG_VERSION"),
        model.version,
        model.deliberation.number
    );
    let names = ModelNames::of(model);
    let examples = examples::section(program, &overview_examples(&names));
    SharedOptions::augment_args(clap::Command::new("beraad"))
        .version(version)
        .term_width(width)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(
            COMMANDS
                .iter()
                .map(|command| command.definition(program, &names)),
        )
        .after_help(format!("{examples}\n\n{EXIT_CODES}"))
}

fn overview_examples(names: &ModelNames) -> Vec<Example> {
    vec![
        Example::new(
            "codebook --out handout",
            "write the codebook and every other format",
        ),
        Example::new(format!("show {}", names.block), "show a block"),
        Example::new("trace", "show which variable carries out which phrase"),
    ]
}

/// Removes the indentation that clap leaves on empty lines.
fn without_trailing_spaces(text: &str) -> String {
    text.lines()
        .map(|line| line.trim_end().to_owned() + "\n")
        .collect()
}
