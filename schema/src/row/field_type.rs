//! What the type of a field says about it, beside what its attributes say.

use crate::describe::{self, Field, ValueType};

/// What the type of a field says about it.
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
