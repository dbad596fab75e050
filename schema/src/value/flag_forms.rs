//! The forms in which sources write yes and no, other than a Boolean value.

use super::ValueError;

/// Returns the flag that a number is written for: 1 or 0.
///
/// # Errors
/// If it is another number.
pub(crate) fn flag_of_number(number: i64) -> Result<bool, ValueError> {
    match number {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(not_a_flag("another number")),
    }
}

/// Returns the flag that a text is written for: `true`, `false`, `1` or `0`.
///
/// # Errors
/// If it is another text.
pub(crate) fn flag_of_text(text: &str) -> Result<bool, ValueError> {
    match text {
        "0" | "false" => Ok(false),
        "1" | "true" => Ok(true),
        _ => Err(not_a_flag("another text")),
    }
}

fn not_a_flag(found: &'static str) -> ValueError {
    ValueError::WrongType {
        expected: "true, false, 1 or 0".to_owned(),
        found: found.into(),
    }
}
