//! The part of a field's description that follows from its type, not from its attributes.

use crate::describe::{CodeList, Field, Subject, ValueType};

/// The part of a field's description that follows from its type.
pub enum FieldType {
    /// A column with a role.
    Role(ColumnType),
    /// A variable.
    Variable(ColumnType),
    /// A struct of columns: its fields, their code lists and their subjects.
    Group(Vec<Field>, Vec<&'static CodeList>, Vec<&'static Subject>),
}

/// The type of a column.
pub struct ColumnType {
    pub(super) value_type: ValueType,
    /// True if null is allowed.
    pub(super) nullable: bool,
    pub(super) code_list: Option<&'static CodeList>,
    /// The subject of serial numbers.
    pub(super) subject: Option<&'static Subject>,
}

impl FieldType {
    pub(super) fn into_code_lists(self) -> Vec<&'static CodeList> {
        match self {
            Self::Role(column) | Self::Variable(column) => column.code_list.into_iter().collect(),
            Self::Group(_, lists, _) => lists,
        }
    }

    pub(super) fn into_subjects(self) -> Vec<&'static Subject> {
        match self {
            Self::Role(column) | Self::Variable(column) => column.subject.into_iter().collect(),
            Self::Group(_, _, subjects) => subjects,
        }
    }
}
