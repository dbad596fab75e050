//! Why a command did not do what was asked, and the exit code that says so.

use std::io;
use std::path::PathBuf;

use beraad_codegen::supplied::SupplyError;
use beraad_codegen::text::wrap;
use beraad_codegen::{EmitError, OutputError};

/// The answer is no.
pub(crate) const NO: u8 = 1;
/// The command line is wrong.
pub(crate) const WRONG_COMMAND_LINE: u8 = 2;
/// Something could not be written.
pub(crate) const NOT_WRITTEN: u8 = 3;

/// The exit codes, for `--help`.
pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  the answer is no: `trace --strict` found a phrase without a variable
  2  the command line or a supplied code list is wrong; nothing was written
  3  could not write: the folder or a file in it, or the standard output";

/// Why a command did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// Names on the command line that the model does not have, all of them.
    #[error("{}", .0.join("\n"))]
    Names(Vec<String>),
    #[error(transparent)]
    Emit(#[from] EmitError),
    #[error(transparent)]
    Folder(#[from] OutputError),
    /// Code lists with mistakes, all of them.
    #[error(transparent)]
    CodeLists(#[from] SupplyError),
    /// Templates that somebody filled in stand where a folder was to be written.
    #[error("`{}` holds lists that were filled in, such as `{}`, which would be lost: write the path of another folder", dir.display(), files[0])]
    FilledIn { dir: PathBuf, files: Vec<String> },
    #[error("cannot write to the standard output: {0}")]
    StandardOutput(io::Error),
}

impl Failure {
    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::Names(_) | Self::CodeLists(_) => WRONG_COMMAND_LINE,
            Self::Emit(_) | Self::Folder(_) | Self::FilledIn { .. } | Self::StandardOutput(_) => {
                NOT_WRITTEN
            }
        }
    }

    /// What to print, in lines of at most `width` characters: one sentence for each mistake, and one for each cause.
    pub(crate) fn text(&self, width: usize) -> String {
        let told = self.to_string();
        let mut sentences: Vec<_> = told.lines().map(|line| format!("error: {line}")).collect();
        let mut source = std::error::Error::source(self);
        while let Some(cause) = source {
            // Messages that name their cause themselves need no second one.
            if !told.contains(&cause.to_string()) {
                sentences.push(format!("because: {cause}"));
            }
            source = cause.source();
        }
        let lines = sentences.iter().flat_map(|line| wrap(line, width));
        lines.map(|line| line + "\n").collect()
    }
}
