//! The comparison of a register with the text of its decision, for `trace --text`.

use std::path::Path;

use beraad_register::Register;

use crate::command::Answer;
use crate::error::Error;
use crate::output::Output;

/// Lists the titles and phrases of a register that a text does not have in the same order.
pub(crate) fn compare(
    text: &Path,
    register: &Path,
    output: &mut Output<'_>,
) -> Result<Answer, Error> {
    // Both files are read before anything is reported.
    let (text_read, register_read) = (read(text), read(register));
    let errors: Vec<_> = [&text_read, &register_read]
        .into_iter()
        .filter_map(|read| read.as_ref().err().cloned())
        .collect();
    let (Ok(decision), Ok(toml)) = (text_read, register_read) else {
        return Err(Error::CommandLine(errors));
    };
    let (text, file) = (text.display(), register.display());
    let (register, lines) = Register::parse_with_lines(&toml).map_err(|errors| {
        let errors = errors.iter().map(|error| format!("{file}:{error}"));
        Error::CommandLine(errors.collect())
    })?;
    let total = register.quotations().len();
    let wrong = register.misquotations(&decision);
    for misquotation in &wrong {
        let quotation = &misquotation.quotation;
        let problem = if misquotation.occurs_elsewhere {
            "at another place"
        } else {
            "missing"
        };
        let line = lines.of(quotation);
        output.sentence(0, &format!("{file}:{line}: {problem}: {}", quotation.text));
    }
    if wrong.is_empty() {
        output.sentence(
            0,
            &format!("All {total} titles and phrases of {file} occur in {text}, in this order."),
        );
        return Ok(Answer::Done);
    }
    Ok(Answer::No(format!(
        "{} of {total} titles and phrases do not occur in {text} in the order of {file}",
        wrong.len()
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
