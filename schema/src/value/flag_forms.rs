//! The forms in which sources write yes and no, other than a Boolean value.

use super::ValueError;
#[cfg(feature = "arrow")]
use super::written_number::WrittenNumber;
use crate::describe::{is_missing_mark, is_missing_sign};

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
    match FLAG_TEXTS.iter().find(|(known, _)| *known == text) {
        Some((_, flag)) => Ok(*flag),
        None if is_missing_text(text) => Err(not_a_flag(MISSING)),
        None => Err(not_a_flag("another text")),
    }
}

/// Returns the flag that a text is written for, in a column of texts. A text that is a number, such as `1.0`, is the flag of that
/// number: pandas writes a column of flags with missing values so. JSON has numbers, so that such a text is not a flag there.
///
/// # Errors
/// If it is none of [`FLAG_TEXTS`], and not the number 1 or 0.
#[cfg(feature = "arrow")]
pub(crate) fn flag_of_cell(text: &str) -> Result<bool, ValueError> {
    match WrittenNumber::parse(text) {
        // A number that is not whole becomes one that is not a flag either.
        Some(number) => flag_of_number(number.to_whole().unwrap_or(i64::MAX)),
        None => flag_of_text(text),
    }
}

/// The words for a text in the place of a value by which programs write that there is none.
pub(super) const MISSING: &str = "a mark of a missing value, such as NA; write nothing in its place: in pandas `pd.NA` and \
    `x.to_csv(na_rep=\"\")`, in R `NA` and `write.csv(x, na = \"\")`, in Stata `.` and `export delimited`";

/// Returns whether a text is one by which programs write a missing value, where a number or a flag is expected.
pub(crate) fn is_missing_text(text: &str) -> bool {
    is_missing_sign(text) || is_missing_mark(text)
}

fn not_a_flag(found: &'static str) -> ValueError {
    ValueError::WrongType {
        expected: "true, false, 1 or 0".to_owned(),
        found: found.into(),
    }
}
