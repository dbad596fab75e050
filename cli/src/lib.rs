//! The command line over a model: the codebook and the other formats in a folder, and what is known of a block, a
//! variable or a phrase on the terminal.
//!
//! Nothing here knows which decision the model describes; another one gets the same commands by a `main` of its own
//! (with `default-features = false`, so that the model of this workspace is not built):
//!
//! ```no_run
//! # mod other_model { pub fn model() -> &'static beraad_schema::describe::Model { unimplemented!() } }
//! fn main() -> std::process::ExitCode {
//!     beraad::run(other_model::model(), std::env::args_os())
//! }
//! ```
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod commands;
mod failure;
mod names;
mod options;
mod page;
mod terminal;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use beraad_codegen::supplied;
use beraad_schema::describe::Model;

use crate::commands::{Answer, Context};
use crate::failure::{Failure, NO, WRONG_COMMAND_LINE};
use crate::options::Parsed;

/// Does what the command line `args` asks, of `model`; the first argument is the name of the programme.
///
/// | exit code | meaning |
/// | --- | --- |
/// | 0 | done |
/// | 1 | the answer is no: `trace --strict` found a phrase without a variable |
/// | 2 | the command line or a supplied code list is wrong; nothing was written |
/// | 3 | could not write: the folder or a file in it, or the standard output |
///
/// Where the reader of the output closes it early, as `head` does, the rest is left out, and that is no failure.
pub fn run<I>(model: &Model, args: I) -> ExitCode
where
    I: IntoIterator,
    I::Item: Into<OsString> + Clone,
{
    let width = terminal::width();
    let (command, codelists, programme) = match options::parse(model, args, width) {
        Parsed::Command(command, codelists, programme) => (command, codelists, programme),
        Parsed::Help(text) => return finish(Ok(Answer::yes(terminal::safe(&text))), width),
        Parsed::Wrong(text) => {
            terminal::complain(&text);
            return ExitCode::from(WRONG_COMMAND_LINE);
        }
    };
    let merged = match codelists.map(|dir| with_lists(model, &dir)).transpose() {
        Ok(merged) => merged,
        Err(failure) => return finish(Err(failure), width),
    };
    let context = Context {
        model: merged.as_ref().unwrap_or(model),
        width,
        programme: &programme,
    };
    finish(command.run(&context), width)
}

/// The model with the code lists of a folder in it.
fn with_lists(model: &Model, dir: &Path) -> Result<Model, Failure> {
    let lists = supplied::read(dir, model)?;
    let mut model = model.clone();
    lists.merge_into(&mut model);
    Ok(model)
}

fn finish(answer: Result<Answer, Failure>, width: usize) -> ExitCode {
    let written = answer.and_then(|answer| {
        terminal::write(&answer.text).map_err(Failure::StandardOutput)?;
        Ok(answer.no)
    });
    match written {
        Ok(None) => ExitCode::SUCCESS,
        Ok(Some(why)) => {
            terminal::complain(&format!("{why}\n"));
            ExitCode::from(NO)
        }
        Err(failure) => {
            terminal::complain(&failure.text(width));
            ExitCode::from(failure.code())
        }
    }
}
