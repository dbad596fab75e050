//! `codebook`: the handout.

use std::path::PathBuf;

use beraad_codegen::{FORMATS, Options};
use clap::Args;

use super::generate::write;
use super::{Answer, Context};
use crate::failure::Failure;
use crate::options::Example;

/// Write the handout: the codebook and every other format, of all blocks
///
/// The codebook is a page for a browser (`index.html`) and a Markdown file in each language. The folder is written as a whole: beside its place first, then renamed, so that it is never half new. A folder that this command wrote before is replaced; any other that is not empty is refused.
#[derive(Debug, Args)]
pub(crate) struct Codebook {
    /// The folder to write; the folder that it stands in must exist
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

impl Codebook {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Answer, Failure> {
        let mut page = write(context, FORMATS, &Options::default(), &self.out)?;
        let first = self.out.join("index.html");
        let hint = format!(
            "Open {} in a browser; it needs no network.",
            first.display()
        );
        page.gap().say(0, &hint);
        Ok(Answer::yes(page.finish()))
    }
}

pub(crate) fn examples() -> Vec<Example> {
    vec![(
        "codebook --out handout".into(),
        "write the folder `handout`, in place of the one that was written before",
    )]
}
