//! The command line for a model: writes the codebook and the other formats to a folder, and shows blocks, variables and
//! phrases on the terminal.
//!
//! Nothing here knows which decision the model describes. Another model gets the same commands with a `main` of its own
//! (and `default-features = false`, so that the model of this workspace is not built):
//!
//! ```no_run
//! # mod other_model { pub fn model() -> &'static beraad_schema::describe::Model { unimplemented!() } }
//! fn main() -> std::process::ExitCode {
//!     beraad::run(other_model::model(), std::env::args_os())
//! }
//! ```
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

// In the order of the layers: a module imports only modules above it.
mod terminal;

mod error;
mod output;

mod list_use;
mod comments;
mod template_workbook;
mod csv_text;
mod examples;
mod json;
mod layout;
mod names;

mod new_files;
mod text_file;
mod rename_map;
mod option_names;
mod versions;
mod folder;
mod outside;
mod source_place;
mod report;
mod crate_name;
mod starter;
mod crate_draft;

mod command;

mod quotations;
mod list_check;
mod check_text;
mod comparison_text;
mod row_options;

mod commands;

mod command_line;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use beraad_register::{SuppliedLists, SupplyError};
use beraad_schema::describe::Model;

use crate::command::{Answer, Context};
use crate::command_line::{CommandLine, Invocation};
use crate::error::{ANSWER_IS_NO, Error, INVALID_INPUT};
use crate::output::Output;

/// Runs the command line `args` for `model`; the first argument is the path of the program.
///
/// | exit code | meaning |
/// | --- | --- |
/// | 0 | done |
/// | 1 | the answer is no, as `trace`, `diff`, `check` or `convert` reports |
/// | 2 | invalid command line or input file; nothing was written, but the report of `check` if it could not read a file of a delivery. With `--strict`, also a warning about a code list |
/// | 3 | the folder, a file in it or the standard output could not be written |
///
/// If the reader closes the output early, as `head` does, the rest is left out, and that is not an error.
pub fn run<I>(model: &Model, args: I) -> ExitCode
where
    I: IntoIterator,
    I::Item: Into<OsString> + Clone,
{
    let mut output = Output::of_process();
    let width = output.width();
    let answer = match command_line::parse(model, args, width) {
        CommandLine::Run(invocation) => run_command(model, invocation, &mut output),
        CommandLine::Help(text) => {
            output.print(&text);
            Ok(Answer::Done)
        }
        CommandLine::Invalid(text) => {
            terminal::print_error(&text);
            return ExitCode::from(INVALID_INPUT);
        }
    };
    // Also after an error, so that what was printed before it is shown.
    let written = output.finish().map_err(Error::StandardOutput);
    // The error of the command is reported first; of an unwritten output, only if there is no other.
    match answer.and_then(|answer| written.map(|()| answer)) {
        Ok(Answer::Done) => ExitCode::SUCCESS,
        Ok(Answer::NoAsShown) => ExitCode::from(ANSWER_IS_NO),
        Ok(Answer::No(reason)) => {
            terminal::print_error(&format!("no: {reason}\n"));
            ExitCode::from(ANSWER_IS_NO)
        }
        Ok(Answer::Incomplete(reason)) => {
            terminal::print_error(&format!("error: {reason}\n"));
            ExitCode::from(INVALID_INPUT)
        }
        Err(error) => {
            terminal::print_error(&error.text(width));
            ExitCode::from(error.exit_code())
        }
    }
}

fn run_command(
    model: &Model,
    invocation: Invocation,
    output: &mut Output<'_>,
) -> Result<Answer, Error> {
    let merged = match &invocation.codelists {
        Some(dir) => Some(with_code_lists(
            model,
            dir,
            invocation.strict,
            output.width(),
        )?),
        None => None,
    };
    let context = Context {
        model: merged.as_ref().unwrap_or(model),
        program: &invocation.program,
        is_strict: invocation.strict,
    };
    (invocation.task)(&context, output)
}

/// Returns a copy of the model into which the code lists of a folder are merged, and prints what is implausible in them.
fn with_code_lists(
    model: &Model,
    dir: &Path,
    is_strict: bool,
    width: usize,
) -> Result<Model, Error> {
    let lists = match SuppliedLists::read(dir, model) {
        Err(SupplyError::Lists(errors)) if is_strict => {
            return Err(SupplyError::Lists(errors.with_warnings_as_errors()).into());
        }
        Ok(lists) if is_strict => lists.strict()?,
        lists => lists?,
    };
    terminal::print_remark(&error::findings_text(
        &lists.findings(),
        lists.more(),
        width,
    ));
    // A copy, since the model of the program is shared and belongs to no delivery.
    let mut model = model.clone();
    lists.merge_into(&mut model);
    Ok(model)
}
