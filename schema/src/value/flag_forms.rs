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

/// The texts that a flag is written as, by sources, by this library, and with capitals by R and Python. The abbreviations `T` and
/// `F` and words of other languages are codes.
pub(crate) const FLAG_TEXTS: [(&str, bool); 8] = [
    ("0", false),
    ("1", true),
    ("false", false),
    ("true", true),
    ("FALSE", false),
    ("TRUE", true),
    ("False", false),
    ("True", true),
];

/// Returns the flag that a text is written for.
///
/// # Errors
/// If it is none of [`FLAG_TEXTS`].
pub(crate) fn flag_of_text(text: &str) -> Result<bool, ValueError> {
    let known = FLAG_TEXTS.iter().find(|(known, _)| *known == text);
    known.map_or_else(|| Err(not_a_flag("another text")), |(_, flag)| Ok(*flag))
}

fn not_a_flag(found: &'static str) -> ValueError {
    ValueError::WrongType {
        expected: "true, false, 1 or 0".to_owned(),
        found: found.into(),
    }
}
