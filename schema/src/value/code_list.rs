//! Code lists as types.

use std::sync::OnceLock;

use super::{CodeText, ValueError};
use crate::describe::{self, CodeTextError};

/// A code list as a type: an enum that derives `CodeList`, with a variant for each code or without variants.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use beraad_schema::{Code, CodeList};
///
/// /// Genres of books.
/// ///
/// /// nl: Genres van boeken.
/// #[derive(CodeList, Clone, Copy, Debug, PartialEq)]
/// #[codes(closed, status = delivered)]
/// enum Genre {
///     #[code("A", label(nl = "Avontuur", en = "Adventure"))]
///     Adventure,
/// }
///
/// /// Shelves, whose codes come with the delivery.
/// ///
/// /// nl: Rekken.
/// #[derive(CodeList)]
/// #[codes(supplied)]
/// enum Shelf {}
///
/// assert_eq!(Genre::ID, "genre");
/// assert_eq!("A".parse(), Ok(Genre::Adventure));
/// assert_eq!("12".parse::<Code<Shelf>>().unwrap().as_str(), "12");
/// assert!(Shelf::description().codes.is_empty());
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a code list",
    label = "does not derive `CodeList`",
    note = "a code list is an enum with `#[derive(CodeList)]`"
)]
pub trait CodeList: 'static {
    /// The id of the list in snake case, unique in the model.
    const ID: &'static str;

    /// Returns the description of the list as it was compiled, without the codes of a delivery.
    fn description() -> &'static describe::CodeList;
}

/// Finds the stored code for a text in a list: the code itself, or the code that has the text as an alias.
///
/// # Errors
/// [`ValueError::UnknownCode`] if the list is closed and does not have the code, or [`ValueError::EmptyCode`] if the text is
/// empty; [`ValueError::CodeTooLong`], [`ValueError::Form`] or [`ValueError::SurroundingSpace`] if the text is not of the form
/// of a code; [`ValueError::CodeForm`] if it is not of the form of the codes of the list.
pub(super) fn resolve(list: &describe::CodeList, text: &str) -> Result<CodeText, ValueError> {
    let known = if list.is_reference_only() {
        None
    } else {
        list.find(text)
    };
    let code = match known {
        Some(entry) => CodeText::try_new(entry.code.as_deref().unwrap_or(text)),
        // In a closed list too: the space is the error, and the code may be known without it.
        None if CodeTextError::of(text) == Some(CodeTextError::SurroundingSpace) => {
            Err(ValueError::SurroundingSpace)
        }
        None if list.rejects_unknown_codes() && text.is_empty() => Err(ValueError::EmptyCode),
        None if list.rejects_unknown_codes() => Err(ValueError::unknown_code(list)),
        None => CodeText::try_new(text),
    }?;
    match list.required_form() {
        Some(form) if !form.accepts(code.as_str()) => Err(ValueError::code_form(list, form)),
        _ => Ok(code),
    }
}

/// The description of a code list as the derive writes it: a JSON text, read at its first use.
///
/// Not a `LazyLock`: a closure in every list is one more function body for the compiler, and a model has more lists than
/// blocks.
pub struct ListText {
    text: &'static str,
    list: OnceLock<describe::CodeList>,
}

impl ListText {
    /// The list that a JSON text describes.
    #[must_use]
    pub const fn new(text: &'static str) -> Self {
        Self {
            text,
            list: OnceLock::new(),
        }
    }

    /// The description.
    ///
    /// # Panics
    /// If the text is not one that the derive of the same version writes.
    #[inline]
    pub fn list(&self) -> &describe::CodeList {
        let read = || serde_json::from_str(self.text);
        self.list
            .get_or_init(|| read().expect("the derive writes a description of this version"))
    }
}
