//! The comparison of a register with the text of its decision, for `trace --text`.

use std::path::Path;

use beraad_register::{Register, Typography};

use crate::command::Answer;
use crate::error::Error;
use crate::output::Output;
use crate::text_file::read_text;

/// Lists the titles and phrases of a register that a text does not have in the same order.
pub(crate) fn compare(
    text_path: &Path,
    register_path: &Path,
    output: &mut Output<'_>,
) -> Result<Answer, Error> {
    // Both files are read before an error in either is reported.
    let text = read_text(text_path, "save the decision as plain text in UTF-8");
    let toml = read_text(register_path, "save it in UTF-8");
    let (text, toml) = match (text, toml) {
        (Ok(text), Ok(toml)) => (text, toml),
        (text, toml) => {
            let errors = [text.err(), toml.err()];
            return Err(Error::CommandLine(errors.into_iter().flatten().collect()));
        }
    };
    let (text_file, register_file) = (text_path.display(), register_path.display());
    let (register, lines) = Register::parse_with_lines(&toml).map_err(|errors| {
        let errors = errors.iter();
        let messages = errors.map(|error| format!("{register_file}:{error}"));
        Error::CommandLine(messages.collect())
    })?;
    if register.deliberation.headings.is_empty() {
        return Err(Error::Input(vec![no_headings(register_path)]));
    }
    let total = register.quotations().len();
    let misquotations = register.misquotations(&text);
    for misquotation in &misquotations {
        let quotation = &misquotation.quotation;
        let problem = match misquotation.typography {
            Some(Typography::Quotes) => "differs only in apostrophes or quotation marks",
            Some(Typography::Hyphens) => "differs only in soft hyphens or hyphens at a line end",
            Some(Typography::QuotesAndHyphens) => {
                "differs only in apostrophes or quotation marks, and in soft hyphens or hyphens at a line end"
            }
            None if misquotation.occurs_elsewhere => "at another place",
            None => "missing",
        };
        let line = lines.of(quotation);
        let words = quotation.text;
        output.sentence(0, &format!("{register_file}:{line}: {problem}: {words}"));
    }
    if misquotations.is_empty() {
        let summary = format!(
            "All {total} titles and phrases of {register_file} occur in {text_file}, in this order."
        );
        output.sentence(0, &summary);
        return Ok(Answer::Done);
    }
    Ok(Answer::No(format!(
        "{} of {total} titles and phrases do not occur in {text_file} in the order of {register_file}",
        misquotations.len()
    )))
}

/// Returns the error for a register without headings, which says nothing about a text or a model.
pub(crate) fn no_headings(register: &Path) -> String {
    format!(
        "the register `{}` has no headings: write a `[[heading]]` with its `terms` for each group of variables",
        register.display()
    )
}
