//! The part of a field's description that follows from its type, not from its attributes.

use crate::describe::{self, Field, ValueType};

/// The part of a field's description that follows from its type.
pub enum FieldType {
    /// A role: its type, and whether null is allowed.
    Role(ValueType, bool),
    /// A variable: its type, whether null is allowed, and its code list.
    Variable(ValueType, bool, Option<&'static describe::CodeList>),
    /// A struct of columns: its fields and their code lists.
    Group(Vec<Field>, Vec<&'static describe::CodeList>),
}

impl FieldType {
    pub(super) fn into_code_lists(self) -> Vec<&'static describe::CodeList> {
        match self {
            Self::Role(..) => Vec::new(),
            Self::Variable(_, _, list) => list.into_iter().collect(),
            Self::Group(_, lists) => lists,
        }
    }
}
