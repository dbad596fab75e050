//! `generate`: writes some formats, for some blocks.

use std::path::PathBuf;

use beraad_codegen::{FORMATS, Format, Options};
use clap::Args;

use crate::command::{Answer, Command, Context};
use crate::error::Error;
use crate::examples::{Example, ModelNames};
use crate::folder::{write_formats, write_with_history};
use crate::names::{find_block, find_format};
use crate::output::Output;

/// Write some formats, for some blocks
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
            block, other_block, ..
        } = names;
        vec![
            Example::new(
                "generate --format json_schema --out schemas",
                "write the JSON Schema of every block",
            ),
            Example::new(
                format!("generate --format stata,spss --block {block},{other_block} --out part"),
                "write scripts for two packages, for two blocks",
            ),
        ]
    }

    fn run(&self, context: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error> {
        // All names are looked up before anything is written, and all unknown ones are reported at once.
        let formats = self.formats.iter().map(|id| find_format(id).err());
        let blocks = self.blocks.iter();
        let blocks = blocks.map(|id| find_block(context.model, id).err());
        let errors: Vec<_> = formats.chain(blocks).flatten().collect();
        if !errors.is_empty() {
            return Err(Error::CommandLine(errors));
        }
        let mut options = Options::new(FORMATS);
        if !self.blocks.is_empty() {
            options = options.with_blocks(&self.blocks);
        }
        let formats = self.chosen_formats();
        let (model, out) = (context.model, &self.out);
        // No other format has the history of the model.
        if formats
            .iter()
            .any(|format| format.id.starts_with("codebook"))
        {
            let versions = self.versions.as_deref();
            write_with_history(model, &formats, options, versions, out, output)?;
        } else {
            write_formats(model, &formats, &options, out, output)?;
        }
        Ok(Answer::Done)
    }
}

impl Generate {
    /// Returns each chosen format once, in the order of the list of formats.
    fn chosen_formats(&self) -> Vec<&'static Format> {
        let all = self.formats.is_empty();
        let is_chosen = |format: &&Format| all || self.formats.iter().any(|id| id == format.id);
        FORMATS.iter().copied().filter(is_chosen).collect()
    }
}
