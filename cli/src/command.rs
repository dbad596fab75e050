//! The interface of a command.

use beraad_schema::describe::Model;
use clap::{ArgMatches, Args};

use crate::error::Error;
use crate::examples::{self, Example, ModelNames};
use crate::output::Output;

/// A command. Its fields are its arguments, and its doc comment is its help text.
pub(crate) trait Command: Args + 'static {
    /// The name that is typed, and the name of the file.
    const NAME: &'static str;

    /// Returns the examples at the end of the help page.
    fn examples(names: &ModelNames) -> Vec<Example>;

    /// Does the work and writes the result to `output`.
    fn run(&self, context: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error>;
}

/// The input of every command.
pub(crate) struct Context<'a> {
    pub(crate) model: &'a Model,
    /// The name by which the program was called.
    pub(crate) program: &'a str,
    /// True if a warning about supplied code lists is an error.
    pub(crate) is_strict: bool,
}

/// The answer of a command that did its work.
pub(crate) enum Answer {
    Done,
    /// The command asked a question, and the answer is no, for this reason.
    No(String),
    /// The answer is no, for the reasons that the result shows.
    NoAsShown,
    /// There is no complete answer: some input could not be read, as the result shows.
    Incomplete(String),
}

/// An entry in the list of commands: a command whose type is erased.
pub(crate) struct CommandEntry {
    pub(crate) name: &'static str,
    // Function pointers instead of a trait object, since the list of commands is a constant.
    arguments: fn(clap::Command) -> clap::Command,
    examples: fn(&ModelNames) -> Vec<Example>,
    parse: fn(&mut ArgMatches) -> Result<Task, clap::Error>,
}

/// A command with its arguments, ready to run.
pub(crate) type Task = Box<dyn FnOnce(&Context<'_>, &mut Output<'_>) -> Result<Answer, Error>>;

impl CommandEntry {
    pub(crate) const fn of<C: Command>() -> Self {
        Self {
            name: C::NAME,
            arguments: C::augment_args,
            examples: C::examples,
            parse: |matches| {
                // The type of the command ends here: what remains is a closure that owns its arguments.
                let command = C::from_arg_matches_mut(matches)?;
                Ok(Box::new(move |context, output| {
                    command.run(context, output)
                }))
            },
        }
    }

    /// Describes the command to clap.
    pub(crate) fn definition(&self, program: &str, names: &ModelNames) -> clap::Command {
        (self.arguments)(clap::Command::new(self.name))
            .after_help(examples::section(program, &(self.examples)(names)))
    }

    /// Reads the arguments of the command.
    pub(crate) fn parse(&self, matches: &mut ArgMatches) -> Result<Task, clap::Error> {
        (self.parse)(matches)
    }
}
