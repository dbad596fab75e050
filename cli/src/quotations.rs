//! The comparison of a register with the text of its decision, for `trace --text`.

use std::path::Path;

use beraad_register::Register;

use crate::command::Answer;
use crate::error::Error;
use crate::output::Output;

/// Lists the titles and phrases of a register that a text does not have in the same order.
pub(crate) fn compare(
    text_path: &Path,
    register_path: &Path,
    output: &mut Output<'_>,
) -> Result<Answer, Error> {
    // Both files are read before an error in either is reported.
    let (text, toml) = match (read(text_path), read(register_path)) {
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
    let total = register.quotations().len();
    let misquotations = register.misquotations(&text);
    for misquotation in &misquotations {
        let quotation = &misquotation.quotation;
        let problem = if misquotation.occurs_elsewhere {
            "at another place"
        } else {
            "missing"
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

/// Reads a text file; the error is the text to print.
fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| {
        let path = path.display();
        match error.kind() {
            std::io::ErrorKind::InvalidData => {
                format!("`{path}` is not text in UTF-8: save it as plain text in UTF-8")
            }
            _ => format!("cannot read `{path}`: {error}"),
        }
    })
}
