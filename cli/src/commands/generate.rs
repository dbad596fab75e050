//! `generate`: writes some formats, for some blocks or variables.

use std::path::PathBuf;

use beraad_codegen::{FORMATS, Format, Options};
use beraad_schema::describe::Model;
use clap::Args;

use crate::command::{Answer, Command, Context};
use crate::error::Error;
use crate::examples::{Example, ModelNames};
use crate::folder::{write_formats, write_with_history};
use crate::names::{find_block, find_format, find_variable};
use crate::output::Output;

/// Write some formats, for some blocks or variables
///
/// The folder is written as a whole, as by `codebook`: it replaces what an earlier call wrote.
#[derive(Debug, Args)]
pub(crate) struct Generate {
    /// Format to write (repeatable, or several with commas; default: all)
    #[arg(long = "format", value_name = "FORMAT", value_delimiter = ',')]
    formats: Vec<String>,
    /// Block to write (repeatable, or several with commas; default: all)
    #[arg(long = "block", value_name = "BLOCK", value_delimiter = ',')]
    blocks: Vec<String>,
    /// Variable to write, as `block.variable` (repeatable, or several with commas); columns that identify a row are added
    #[arg(long = "variable", value_name = "VARIABLE", value_delimiter = ',')]
    variables: Vec<String>,
    /// Output folder; its parent must exist
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The folder of versions, for the section of the codebook on what changed [default: `model/versions` or `versions`]
    #[arg(long, value_name = "DIR")]
    versions: Option<PathBuf>,
}

impl Command for Generate {
    const NAME: &'static str = "generate";

    fn examples(names: &ModelNames) -> Vec<Example> {
        let ModelNames {
            block,
            other_block,
            variable,
            ..
        } = names;
        let variable = format!("{block}.{variable}");
        vec![
            Example::new(
                "generate --format json_schema --out schemas",
                "write the JSON Schema of every block",
            ),
            Example::new(
                format!("generate --format stata,spss --block {block},{other_block} --out part"),
                "write scripts for two packages, for two blocks",
            ),
            Example::new(
                format!("generate --format r --variable {variable} --out part"),
                "write a script for a variable, and the columns that identify a row",
            ),
        ]
    }

    fn run(&self, context: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error> {
        // All names are looked up before anything is written, and all unknown ones are reported at once.
        let formats = self.formats.iter().map(|id| find_format(id).err());
        let blocks = self.blocks.iter();
        let blocks = blocks.map(|id| find_block(context.model, id).err());
        let variables = self.variables.iter();
        let variables = variables.map(|name| find_variable(context.model, name).err());
        let errors: Vec<_> = formats.chain(blocks).chain(variables).flatten().collect();
        if !errors.is_empty() {
            return Err(Error::CommandLine(errors));
        }
        let formats = self.chosen_formats();
        if !self.variables.is_empty() {
            // Compared with an earlier version, everything that is left out would be a change.
            let part = self.part(context.model);
            let options = self.options().for_part_of(context.model);
            write_formats(&part, &formats, &options, &self.out, output)?;
        } else if formats
            .iter()
            .any(|format| format.id.starts_with("codebook"))
        {
            let (model, versions) = (context.model, self.versions.as_deref());
            write_with_history(model, &formats, self.options(), versions, &self.out, output)?;
        } else {
            // No other format has the history of the model.
            write_formats(context.model, &formats, &self.options(), &self.out, output)?;
        }
        Ok(Answer::Done)
    }
}

impl Generate {
    /// Returns the options: the blocks that were named, and those of the variables that were named.
    fn options(&self) -> Options {
        let options = Options::new(FORMATS);
        let of_variables = self
            .variables
            .iter()
            .filter_map(|name| name.split_once('.'));
        let of_variables = of_variables.map(|(block, _)| block);
        let blocks: Vec<_> = self
            .blocks
            .iter()
            .map(|id| &**id)
            .chain(of_variables)
            .collect();
        if blocks.is_empty() {
            options
        } else {
            options.with_blocks(blocks)
        }
    }

    /// Returns the model with the variables that were named; a block that was named has all of its own.
    fn part(&self, model: &Model) -> Model {
        let named: Vec<_> = self
            .variables
            .iter()
            .filter_map(|name| name.split_once('.'))
            .collect();
        model.part(|block, column| {
            let mut of_block = named.iter().filter(|(id, _)| *id == block.id).peekable();
            let is_whole =
                of_block.peek().is_none() || self.blocks.iter().any(|id| *id == block.id);
            is_whole || of_block.any(|(_, name)| *name == column.name)
        })
    }

    /// Returns each chosen format once, in the order of the list of formats.
    fn chosen_formats(&self) -> Vec<&'static Format> {
        let all = self.formats.is_empty();
        let is_chosen = |format: &&Format| all || self.formats.iter().any(|id| id == format.id);
        FORMATS.iter().copied().filter(is_chosen).collect()
    }
}
