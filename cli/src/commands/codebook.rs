//! `codebook`: writes the handout.

use std::path::PathBuf;

use beraad_codegen::{FORMATS, Options};
use clap::Args;

use crate::command::{Answer, Command, Context};
use crate::error::Error;
use crate::examples::{Example, ModelNames};
use crate::folder::write_with_history;
use crate::output::Output;

/// Write the handout: the codebook and every other format, for all blocks
///
/// The codebook is a web page (`index.html`) and Markdown pages in each language, one for each block. The folder is written next to its destination and then renamed, so that readers see the old folder or the new one, never a part. A folder that this program wrote before is replaced; any other folder that is not empty is an error.
#[derive(Debug, Args)]
pub(crate) struct Codebook {
    /// Output folder; its parent must exist
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The folder of versions, for the section on what changed [default: `model/versions` or `versions`]
    #[arg(long, value_name = "DIR")]
    versions: Option<PathBuf>,
}

impl Command for Codebook {
    const NAME: &'static str = "codebook";

    fn examples(_: &ModelNames) -> Vec<Example> {
        vec![Example::new(
            "codebook --out handout",
            "write the folder `handout`, and replace the one that an earlier call wrote",
        )]
    }

    fn run(&self, context: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error> {
        write_with_history(
            context.model,
            FORMATS,
            Options::new(FORMATS),
            self.versions.as_deref(),
            &self.out,
            output,
        )?;
        let page = self.out.join("index.html");
        output.paragraph_break();
        output.sentence(
            0,
            &format!("Open {} in a browser; it needs no network.", page.display()),
        );
        Ok(Answer::Done)
    }
}
