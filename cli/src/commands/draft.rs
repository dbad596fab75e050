//! `draft`: drafts a register from the text of a decision, and a crate from a register.

use std::fmt::{Display, Write};
use std::path::{Path, PathBuf};

use beraad_register::{Register, draft};
use clap::{Args, Subcommand};

use crate::command::{Answer, Command, Context};
use crate::crate_draft::CrateDraft;
use crate::error::Error;
use crate::examples::{Example, ModelNames};
use crate::new_files::{self, NewFile};
use crate::output::Output;
use crate::quotations::no_headings;
use crate::starter::Workspace;
use crate::terminal;
use crate::text_file::read_text;
use beraad_schema::describe::counted;

/// Draft the register of a decision from its text, and a crate from its register
///
/// A draft is for a person to check and complete. It finds most of the number, the days, the paragraphs, the headings and the terms of a decision in Dutch or French; for the fields of a crate it guesses types from the words of the decision.
#[derive(Debug, Args)]
pub(crate) struct Draft {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Print a `deliberation.toml` for the text of a decision
    ///
    /// The standard error names each doubtful place, with its line in the text.
    Register {
        /// The decision as plain text in UTF-8
        #[arg(value_name = "TEXT")]
        text: PathBuf,
        /// File to write instead of the standard output; an existing file is never overwritten
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Write a crate with the structs and code lists of a model
    ///
    /// It has the files of `new`: the commands, the tests and a README.md with the next steps. Each guess is marked, and the crate does not compile before a person has removed every mark. Existing files are never overwritten.
    Crate {
        /// The `deliberation.toml` of the decision
        #[arg(value_name = "REGISTER")]
        register: PathBuf,
        /// Output folder; its parent must exist
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Folder of a copy of Beraad on which the crate depends (default: the published version)
        #[arg(long, value_name = "DIR")]
        beraad: Option<PathBuf>,
    },
}

impl Command for Draft {
    const NAME: &'static str = "draft";

    fn examples(_: &ModelNames) -> Vec<Example> {
        vec![
            Example::new(
                "draft register decision.txt --out deliberation.toml",
                "read the headings and terms of a decision",
            ),
            Example::new(
                "draft crate deliberation.toml --out model",
                "write a crate with a struct for each heading",
            ),
        ]
    }

    fn run(&self, _: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error> {
        match &self.action {
            Action::Register { text, out } => draft_register(text, out.as_deref(), output)?,
            Action::Crate {
                register,
                out,
                beraad,
            } => draft_crate(register, out, beraad.as_deref(), output)?,
        }
        Ok(Answer::Done)
    }
}

fn draft_register(path: &Path, out: Option<&Path>, output: &mut Output<'_>) -> Result<(), Error> {
    let text = read_text(
        path,
        "save the decision, also that of a PDF, as plain text in UTF-8",
    );
    let text = text.map_err(|error| Error::Input(vec![error]))?;
    let draft = draft::Draft::read(&text).map_err(|error| invalid(path, [error]))?;
    match out {
        None => output.print(&draft.to_toml()),
        Some(out) => {
            new_files::write_one(out, &draft.to_toml())?;
            output.sentence(0, &format!("Wrote {}.", out.display()));
        }
    }
    let headings = &draft.register.deliberation.headings;
    let terms: usize = headings.iter().map(|heading| heading.terms.len()).sum();
    let mut remarks = format!(
        "{}, {}, {}; {} to check:\n",
        counted(
            draft.register.deliberation.paragraphs.len() as u64,
            "paragraph"
        ),
        counted(headings.len() as u64, "heading"),
        counted(terms as u64, "term"),
        counted(draft.doubts.len() as u64, "place"),
    );
    for doubt in &draft.doubts {
        let _ = writeln!(remarks, "{}:{doubt}", path.display());
    }
    terminal::print_remark(&remarks);
    Ok(())
}

fn draft_crate(
    path: &Path,
    out: &Path,
    beraad: Option<&Path>,
    output: &mut Output<'_>,
) -> Result<(), Error> {
    let workspace = beraad.map(Workspace::in_folder).transpose();
    // Both are read before an error in either is reported.
    let text = read_text(path, "save it in UTF-8");
    let (workspace, text) = match (workspace, text) {
        (Ok(workspace), Ok(text)) => (workspace, text),
        (workspace, text) => {
            let errors = [workspace.err(), text.err()];
            return Err(Error::Input(errors.into_iter().flatten().collect()));
        }
    };
    let register = Register::parse(&text).map_err(|errors| invalid(path, errors))?;
    if register.deliberation.headings.is_empty() {
        return Err(Error::Input(vec![no_headings(path)]));
    }
    let mut draft = CrateDraft::new(&register, workspace);
    let copy = out.join("deliberation.toml");
    // The register may be in the folder already.
    let is_there =
        matches!((path.canonicalize(), copy.canonicalize()), (Ok(path), Ok(copy)) if path == copy);
    if !is_there {
        draft.files.push(NewFile {
            path: "deliberation.toml".to_owned(),
            text,
        });
    }
    new_files::write(out, &draft.files)?;
    output.sentence(
        0,
        &format!(
            "Wrote {}: {} with {} and {}, in {}.",
            out.display(),
            counted(draft.blocks as u64, "struct"),
            counted(draft.columns as u64, "field"),
            counted(draft.lists as u64, "code list"),
            counted(draft.files.len() as u64, "file"),
        ),
    );
    output.sentence(
        0,
        &format!(
            "It does not compile before a person has checked and removed {}: `cargo check` names the line of each. {} lists the next steps.",
            counted(draft.marks as u64, "mark"),
            out.join("README.md").display(),
        ),
    );
    Ok(())
}

fn invalid<E: Display>(path: &Path, errors: impl IntoIterator<Item = E>) -> Error {
    let errors = errors.into_iter();
    // A register has `line:column: message`, a text only a message.
    let lines = errors.map(|error| {
        let message = error.to_string();
        let separator = if message.starts_with(|char: char| char.is_ascii_digit()) {
            ":"
        } else {
            ": "
        };
        format!("{}{separator}{message}", path.display())
    });
    Error::Input(lines.collect())
}
