//! Codes: a row stores the text of the code; the meaning is looked up for a period.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::code_list::resolve;
use super::code_type::code_type;
use super::deserialize::deserialize_scalar;
use super::markers::{form, grain};
use super::{CodeList, CodeText, Datum, Scalar, ValueError, stored};
use crate::describe::{self, Literal, Text, ValueType};

/// A code of the list `L`.
///
/// The list may be open, may come with the delivery, or may be closed with codes that change their meaning over time. A closed
/// list whose codes each have one meaning is better an enum that derives `CodeList`.
///
/// A code does not know its meaning, which depends on the period of the row and on the list that came with the delivery:
/// [`Model::codes_of`](crate::describe::Model::codes_of) reads the codes of a column.
///
/// ```
/// # use beraad_schema::describe::{self, CodeEntry, Label, Language, ListKind};
/// # use beraad_schema::{Code, CodeList};
/// # use std::sync::LazyLock;
/// # enum Category {}
/// # impl CodeList for Category {
/// #     const ID: &'static str = "category";
/// #     fn description() -> &'static describe::CodeList {
/// #         static LIST: LazyLock<describe::CodeList> = LazyLock::new(|| {
/// #             let definition = Label::new([(Language::EN, "Categories.")]);
/// #             let mut list = describe::CodeList::new("category", definition, ListKind::Closed);
/// #             list.codes.push(CodeEntry::new("2", Vec::new()));
/// #             list
/// #         });
/// #         &LIST
/// #     }
/// # }
/// let code: Code<Category> = "2".parse()?;
/// assert_eq!(code.as_str(), "2");
/// assert!("3".parse::<Code<Category>>().is_err(), "the list is closed and does not have it");
/// # Ok::<(), beraad_schema::ValueError>(())
/// ```
pub struct Code<L> {
    text: CodeText,
    list: PhantomData<fn() -> L>,
}

code_type!(Code);

impl<L: CodeList> Code<L> {
    /// Returns the code as a constant of a rule.
    #[must_use]
    pub fn literal(self) -> Literal {
        Literal::Code {
            list: Text::Borrowed(L::ID),
            code: Text::Owned(self.as_str().to_owned()),
        }
    }
}
