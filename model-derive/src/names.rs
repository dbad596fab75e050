//! The rules for names: of blocks, of columns and of codes.

use beraad_describe::CodeTextError;

/// The longest name of a column, in characters: the limit of PostgreSQL. A format with a lower limit abbreviates.
pub(crate) const MAX_COLUMN_NAME: usize = 63;

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

/// Returns the error message for a text that cannot be a code, or `None` if it can.
pub(crate) fn code_error(text: &str) -> Option<String> {
    CodeTextError::of(text).map(|error| format!("invalid code `{text}`: {error}"))
}
