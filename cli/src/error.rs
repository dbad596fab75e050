//! Errors of a command, and the exit codes.

use std::io;
use std::path::PathBuf;

use beraad_codegen::terminal::wrap;
use beraad_codegen::{EmitError, OutputError};
use beraad_register::{Finding, SupplyError, TemplateError};

/// The answer is no.
pub(crate) const ANSWER_IS_NO: u8 = 1;
/// The command line or an input file is invalid.
pub(crate) const INVALID_INPUT: u8 = 2;
/// Output could not be written.
pub(crate) const NOT_WRITTEN: u8 = 3;

/// The exit codes, for `--help`.
pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  the answer is no, as `trace`, `diff`, `check` or `convert` reports
  2  invalid command line or input file; only `check` writes a report then
  3  the folder, a file in it or the standard output could not be written";

/// An error of a command.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// All errors of the command line that clap cannot detect, such as unknown names.
    #[error("{}", .0.join("\n"))]
    CommandLine(Vec<String>),
    /// All errors of an input file, each with its place.
    #[error("{}", .0.join("\n"))]
    Input(Vec<String>),
    #[error(transparent)]
    Format(#[from] EmitError),
    #[error(transparent)]
    Folder(#[from] OutputError),
    /// All errors of the supplied code lists.
    #[error(transparent)]
    CodeLists(#[from] SupplyError),
    #[error(transparent)]
    Workbook(#[from] TemplateError),
    /// Files that would be overwritten.
    #[error("{}", .0.iter().map(|path| format!("`{}` exists and is never overwritten: remove it, or write another path", path.display())).collect::<Vec<_>>().join("\n"))]
    Existing(Vec<PathBuf>),
    #[error("cannot write to the standard output: {0}")]
    StandardOutput(io::Error),
}

impl Error {
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::CommandLine(_) | Self::Input(_) | Self::CodeLists(_) => INVALID_INPUT,
            Self::Format(_)
            | Self::Folder(_)
            | Self::Workbook(_)
            | Self::Existing(_)
            | Self::StandardOutput(_) => NOT_WRITTEN,
        }
    }

    /// Returns the text to print: a sentence for each error and each of its sources, in lines of at most `width` characters.
    pub(crate) fn text(&self, width: usize) -> String {
        if let Self::CodeLists(SupplyError::Lists(errors)) = self {
            return findings_text(&errors.findings(), errors.more(), width);
        }
        let message = self.to_string();
        let mut sentences: Vec<_> = message
            .lines()
            .map(|line| format!("error: {line}"))
            .collect();
        let mut source = std::error::Error::source(self);
        while let Some(cause) = source {
            // Some messages already contain their source.
            if !message.contains(&cause.to_string()) {
                sentences.push(format!("caused by: {cause}"));
            }
            source = cause.source();
        }
        let lines = sentences.iter().flat_map(|line| wrap(line, width));
        lines.map(|line| line + "\n").collect()
    }
}

/// Returns the text to print of findings in code lists: a sentence for each, which begins with its kind, in lines of at most
/// `width` characters.
pub(crate) fn findings_text(
    findings: &[Finding<'_>],
    more: Option<String>,
    width: usize,
) -> String {
    // The sentence about findings that are not shown is of the kind of the last one that is.
    let word = findings.last().map_or("error", |last| last.word());
    let shown = findings
        .iter()
        .map(|finding| format!("{}: {finding}", finding.word()));
    let more = more.map(|more| format!("{word}: {more}"));
    let lines = shown.chain(more).flat_map(|line| wrap(&line, width));
    lines.map(|line| line + "\n").collect()
}
