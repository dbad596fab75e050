//! The computed condition of a constraint in words, for its changes.

use beraad_schema::describe::{Condition, Operand};

use super::edition::Edition;
use crate::codebook::document::Inline;
use crate::message;

/// The condition in words; a constraint without one is only in words.
pub(super) fn condition_in_words(edition: Edition<'_>, condition: Option<&Condition>) -> Inline {
    let code = |text: &str| Inline::new().code(text);
    match condition {
        None => edition.text(message!("changed-condition")).into(),
        Some(Condition::RowExists(row)) => {
            let values = row.equal.iter().map(|equal| {
                let value = match &equal.to {
                    Operand::Constrained => edition
                        .text(message!("changed-condition.constrained"))
                        .into(),
                    Operand::Column(name) => code(name),
                    Operand::Flag(true) => edition.text(message!("yes")).into(),
                    Operand::Flag(false) => edition.text(message!("no")).into(),
                };
                code(&equal.column).text(" = ").then(value)
            });
            let parts = [
                ("block", code(&row.block)),
                ("values", Inline::join(values, ", ")),
            ];
            let words = edition.line(message!("changed-condition.row-exists"), parts);
            row.except.iter().fold(words, |words, exception| {
                let parts = [
                    ("condition", words),
                    ("column", code(&exception.column)),
                    ("because", code(&exception.because)),
                    ("code", code(&exception.code)),
                ];
                edition.line(message!("changed-condition.except"), parts)
            })
        }
        Some(Condition::NoneOf(names)) => {
            let columns = Inline::join(names.iter().map(|name| code(name)), ", ");
            edition.line(
                message!("changed-condition.none-of"),
                [("columns", columns)],
            )
        }
        Some(Condition::Age(age)) => {
            let parts = [
                ("min", age.min.to_string().into()),
                ("max", age.max.to_string().into()),
                ("birth", code(&age.birth)),
                ("at", code(&age.at)),
            ];
            let words = edition.line(message!("changed-condition.age"), parts);
            if age.tolerance == 0 {
                return words;
            }
            let parts = [
                ("condition", words),
                ("years", age.tolerance.to_string().into()),
            ];
            edition.line(message!("changed-condition.tolerance"), parts)
        }
    }
}
