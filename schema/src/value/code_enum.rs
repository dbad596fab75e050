//! The behaviour of an enum that derives `CodeList`. The derive calls these functions, so that each enum is less code
//! for the compiler.

use super::code_list::resolve;
use super::{CodeText, Datum, ValueError};
use crate::describe::{self, ValueType};

/// Converts the text of a code into data; the derive checked its length.
#[must_use]
pub fn code_datum(code: &str) -> Datum {
    CodeText::try_new(code).map_or(Datum::Null, Datum::Code)
}

/// The position of the code that `datum` holds among the codes of a closed list.
///
/// # Errors
/// [`ValueError`] if the data is not a code of the list.
pub fn position(datum: &Datum, list: &describe::CodeList) -> Result<usize, ValueError> {
    let Datum::Code(text) = datum else {
        return Err(ValueError::wrong_type(
            &ValueType::Code {
                list: list.id.clone(),
            },
            datum,
        ));
    };
    parse_position(text.as_str(), list)
}

/// The position of a code among the codes of a closed list, by its text or by one of its aliases.
///
/// # Errors
/// [`ValueError`] if the text is not a code of the list.
pub fn parse_position(text: &str, list: &describe::CodeList) -> Result<usize, ValueError> {
    let code = resolve(list, text)?;
    list.published_codes()
        // In the order of the list, which is that of the variants: the derive writes both from the same source.
        .position(|(known, _)| known == code.as_str())
        .ok_or_else(|| ValueError::unknown_code(list))
}

/// The variant at a position that [`position`] or [`parse_position`] returned.
///
/// # Errors
/// [`ValueError::UnknownCode`] if there is none, which does not happen for a derived enum.
pub fn nth<T, const N: usize>(
    variants: [T; N],
    list: &describe::CodeList,
    position: usize,
) -> Result<T, ValueError> {
    variants
        .into_iter()
        .nth(position)
        .ok_or_else(|| ValueError::unknown_code(list))
}
