//! The rules for names: of blocks, of columns and of codes.

use beraad_describe::{CodeTextError, excerpt, is_windows_device};

/// The most characters of an id: the names of files contain it.
const MAX_ID_LEN: usize = 64;

/// Converts `TrajectoryMonth` into `trajectory_month`.
pub(crate) fn snake_case(name: &str) -> String {
    let name = name.strip_prefix("r#").unwrap_or(name);
    let mut snake = String::new();
    for (at, letter) in name.chars().enumerate() {
        if letter.is_ascii_uppercase() && at > 0 {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

/// Returns whether a text has the form of a column name.
pub(crate) fn is_column_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
}

/// Returns the error message for a text that cannot be the id of a block, a code list or a rule, or `None` if it can.
pub(crate) fn id_error(id: &str) -> Option<String> {
    let length = id.chars().count();
    if !is_column_name(id) {
        Some(format!(
            "invalid id `{}`; expected lower case letters, digits and underscores, and a letter first",
            excerpt(id)
        ))
    } else if length > MAX_ID_LEN {
        Some(format!(
            "the id is {length} characters long; the limit is {MAX_ID_LEN}, since names of files contain it"
        ))
    } else if is_windows_device(id) {
        Some(format!(
            "invalid id `{id}`: Windows has no files of this name"
        ))
    } else {
        None
    }
}

/// Returns the error message for a text that cannot be the version of a model, or `None` if it can.
pub(crate) fn version_error(version: &str) -> Option<&'static str> {
    let is_valid = version.len() <= MAX_ID_LEN
        && version.starts_with(|first: char| first.is_ascii_alphanumeric())
        && version
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || ".-+".contains(letter));
    (!is_valid).then_some("invalid version; expected letters, digits, `.`, `-` and `+`, such as `0.1.0`: it is the name of a file")
}

/// Returns the error message for a text that cannot be a code, or `None` if it can.
pub(crate) fn code_error(text: &str) -> Option<String> {
    CodeTextError::of(text).map(|error| format!("invalid code `{text}`: {error}"))
}
