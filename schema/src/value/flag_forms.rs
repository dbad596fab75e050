//! The forms in which sources write yes and no.

/// The forms of a flag that every reader accepts, for messages.
pub(crate) const FLAG_FORMS: &str = "true, false, 1 or 0";

/// Returns the flag that a number is written for: 1 or 0.
pub(crate) fn flag_of_number(number: i64) -> Option<bool> {
    match number {
        0 => Some(false),
        1 => Some(true),
        _ => None,
    }
}

/// Returns the flag that a text is written for: `true`, `false`, `1` or `0`.
pub(crate) fn flag_of_text(text: &str) -> Option<bool> {
    match text {
        "0" | "false" => Some(false),
        "1" | "true" => Some(true),
        _ => None,
    }
}
