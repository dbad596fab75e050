//! Violations: what a check reports about a row.

use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::describe::{Label, Language, OBSERVATION_PERIOD_IN_WINDOW, Text};

/// A violation of the description by a row. It never holds a value of the row, which may be about a person.
///
/// ```
/// use beraad_schema::describe::Language;
/// use beraad_schema::Violation;
///
/// /// Writes a violation for a log, in English.
/// fn line(violation: &Violation) -> String {
///     let columns = violation.kind.columns().join(", ");
///     format!("{}, {columns}: {}", violation.block, violation.message.get(Language::EN))
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The id of the block.
    pub block: Text,
    /// The rule, list or window that the row violates.
    pub kind: ViolationKind,
    /// The condition that should hold, in the languages of the model.
    pub message: Label,
}

impl Violation {
    pub(super) fn new(block: &'static str, kind: ViolationKind, message: Label) -> Self {
        Self {
            block: Text::Borrowed(block),
            kind,
            message,
        }
    }
}

/// The kinds of violations.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ViolationKind {
    /// A rule of the block is false.
    Rule {
        /// The id of the rule.
        id: Text,
        /// The names of the columns that the rule reads, in its order.
        columns: Vec<Text>,
    },
    /// A code of this column is not in its list, which is closed, or of which the provider supplied all codes.
    UnknownCode {
        /// The name of the column.
        column: Text,
        /// The id of the list.
        list: Text,
    },
    /// A code of this column does not have the form that its list declares.
    InvalidCodeForm {
        /// The name of the column.
        column: Text,
        /// The id of the list.
        list: Text,
    },
    /// A code of this column is the text by which a program writes a missing value, such as `NA`, and its list does not have it.
    MissingValueMark {
        /// The name of the column.
        column: Text,
        /// The id of the list.
        list: Text,
    },
    /// A code of this column has no meaning in the observation period of the row.
    CodeWithoutMeaning {
        /// The name of the column.
        column: Text,
        /// The id of the list.
        list: Text,
    },
    /// The observation period is outside the window of the decision.
    OutsideWindow {
        /// The name of the column.
        column: Text,
    },
}

impl ViolationKind {
    /// Returns the id of what is violated: the id of the rule, otherwise `unknown_code`, `invalid_code_form`,
    /// `missing_value_mark`, `code_without_meaning` or `observation_period_in_window`.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Rule { id, .. } => id,
            Self::UnknownCode { .. } => "unknown_code",
            Self::InvalidCodeForm { .. } => "invalid_code_form",
            Self::MissingValueMark { .. } => "missing_value_mark",
            Self::CodeWithoutMeaning { .. } => "code_without_meaning",
            Self::OutsideWindow { .. } => OBSERVATION_PERIOD_IN_WINDOW,
        }
    }

    /// Returns the name of the column; `None` for a rule, which may be about several columns.
    #[must_use]
    pub fn column(&self) -> Option<&str> {
        match self {
            Self::Rule { .. } => None,
            Self::UnknownCode { column, .. }
            | Self::InvalidCodeForm { column, .. }
            | Self::MissingValueMark { column, .. }
            | Self::CodeWithoutMeaning { column, .. }
            | Self::OutsideWindow { column } => Some(column),
        }
    }

    /// Returns the names of the columns that the violation is about: those that the rule reads, otherwise the one column.
    #[must_use]
    pub fn columns(&self) -> &[Text] {
        match self {
            Self::Rule { columns, .. } => columns,
            Self::UnknownCode { column, .. }
            | Self::InvalidCodeForm { column, .. }
            | Self::MissingValueMark { column, .. }
            | Self::CodeWithoutMeaning { column, .. }
            | Self::OutsideWindow { column } => std::slice::from_ref(column),
        }
    }

    /// Returns the id of the code list; `None` if the violation is not about a code.
    #[must_use]
    pub fn list(&self) -> Option<&str> {
        match self {
            Self::Rule { .. } | Self::OutsideWindow { .. } => None,
            Self::UnknownCode { list, .. }
            | Self::InvalidCodeForm { list, .. }
            | Self::MissingValueMark { list, .. }
            | Self::CodeWithoutMeaning { list, .. } => Some(list),
        }
    }
}

/// As `{"block": "trajectory", "kind": "unknown_code", "column": "state", "columns": ["state"], "list": "state", "message":
/// {"en": ".."}}`. What the kind does not have is null: a violation of a rule has `columns` and no `column`.
impl Serialize for Violation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut violation = serializer.serialize_struct("Violation", 6)?;
        violation.serialize_field("block", &self.block)?;
        violation.serialize_field("kind", self.kind.id())?;
        violation.serialize_field("column", &self.kind.column())?;
        violation.serialize_field("columns", self.kind.columns())?;
        violation.serialize_field("list", &self.kind.list())?;
        violation.serialize_field("message", &self.message)?;
        violation.end()
    }
}

/// For a log: `trajectory.start: code_without_meaning: each code has a meaning ..`.
impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.block)?;
        if let Some(column) = self.kind.column() {
            write!(f, ".{column}")?;
        }
        write!(
            f,
            ": {}: {}",
            self.kind.id(),
            self.message.get(Language::EN)
        )
    }
}
