//! Labels and codes that a program might take for something else than text.

use beraad_schema::describe::{CodeEntry, Label, Language, Meaning, Model};

use super::{code_list, small_model};

/// Labels with the syntax of programs: markup, formulas, quotes, line ends, control characters and a text that turns around.
pub(crate) const LABELS: [&str; 9] = [
    "<script>alert('&amp;')</script>",
    "]]> -->",
    "=cmd|' /C calc'!A0",
    "a \"quoted\" 'text'; with, separators",
    "first\nsecond",
    "a\u{202e}b",
    "{\"@id\": \"_:x\"} \\u0041 \\",
    "a\tb\r\nc",
    " spaces ",
];

/// Codes that a program might take for a missing value, a number, or a regular expression.
pub(crate) const CODES: [&str; 9] = [".", "NA", "-9", "1E5", "TRUE", ".*", "a|b", "\"", "<&>"];

/// The small model with these codes and labels in an open list and in a closed one.
pub(crate) fn hostile_model() -> Model {
    let mut model = small_model();
    for list in ["department", "sex"] {
        for (code, label) in CODES.iter().zip(LABELS) {
            let label = Label::new([(Language::NL, label), (Language::EN, label)]);
            let entry = CodeEntry::new(*code, vec![Meaning::new(label)]);
            code_list(&mut model, list).codes.push(entry);
        }
    }
    model
}
