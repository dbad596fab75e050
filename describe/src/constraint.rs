//! Constraints: conditions on several rows, or on one row where a violation is a warning.

use serde::{Deserialize, Serialize};

use crate::block::{Block, Column, Role};
use crate::condition::Condition;
use crate::label::Label;
use crate::text::{List, Text};
use crate::value_type::ValueType;

/// A condition on several rows, of one block or of several blocks.
///
/// A constraint is checked by a program that has all rows, if it has a [`Condition`]; without one, it is described for people only. A
/// condition on one row is a [`Rule`](crate::Rule), whose violation is an error; if it deserves a warning only, it is a constraint too.
/// Write a constraint as a constant with [`constraint!`](crate::constraint).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Constraint {
    /// The id in snake case, unique in the model.
    pub id: Text,
    /// The severity of a violation.
    pub severity: Severity,
    /// The condition in words, for researchers.
    pub message: Label,
    /// The columns whose values must meet the condition.
    pub applies_to: AppliesTo,
    /// The other columns that a check of the condition reads, each as `block.column`.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub reads: List<Text>,
    /// The deviations that a check accepts, and the reason for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tolerates: Option<Label>,
    /// The condition as a program computes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    /// The fact or the paragraph of the decision from which the constraint follows.
    pub basis: Text,
}

vocabulary_enum! {
    /// The severity of a violation of a constraint.
    pub enum Severity {
        /// The data are invalid.
        Error,
        /// The data deserve a look: the source expects the condition to hold. A check reports the violation and accepts
        /// the data.
        Warning,
    }
}

/// The columns to which a constraint applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AppliesTo {
    /// These columns, each as `block.column`.
    Columns(List<Text>),
    /// Every column, in any block, that holds a serial number of the subject with this id, such as `person`.
    Subject(Text),
}

impl Constraint {
    /// Creates a constraint that reads no other columns, accepts no deviations, and has no condition that a program computes.
    #[must_use]
    pub fn new(
        id: impl Into<Text>,
        severity: Severity,
        message: Label,
        applies_to: AppliesTo,
        basis: impl Into<Text>,
    ) -> Self {
        Self {
            id: id.into(),
            severity,
            message,
            applies_to,
            reads: List::Borrowed(&[]),
            tolerates: None,
            condition: None,
            basis: basis.into(),
        }
    }

    /// Returns the names of the columns of `block` to which the constraint applies, without the id of the block.
    pub fn columns_in<'a>(&'a self, block: &'a Block) -> impl Iterator<Item = String> + 'a {
        let columns = block.columns().into_iter();
        columns
            .filter(|column| match &self.applies_to {
                AppliesTo::Columns(names) => names
                    .iter()
                    .any(|name| name.split_once('.') == Some((&block.id, &column.name))),
                AppliesTo::Subject(subject) => subject_of(column) == Some(subject),
            })
            .map(|column| column.name)
    }

    /// Returns the columns that the constraint names, each as `block.column`: those to which it applies, unless it
    /// applies to a subject, and those that it reads.
    pub fn named_columns(&self) -> impl Iterator<Item = &Text> {
        // A subject names no columns: which ones have it follows from their types.
        let applies_to: &[Text] = match &self.applies_to {
            AppliesTo::Columns(names) => names,
            AppliesTo::Subject(_) => &[],
        };
        applies_to.iter().chain(self.reads.iter())
    }
}

/// A foreign key: a column that refers to a unit, such as a person or a hospital, by its serial number.
///
/// It follows from the type of the column. One subject has one numbering, so that equal numbers in two blocks refer to
/// the same unit.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ForeignKey<'a> {
    /// The column that holds the serial number of the subject.
    pub column: Column<'a>,
    /// The [`id`](crate::Subject::id) of the subject to which the column refers, such as `person`.
    pub subject: &'a str,
    /// True if the row is about the subject itself; false if the column leads to rows about another one.
    pub own: bool,
}

impl Block {
    /// Returns the columns that hold serial numbers, in the order of declaration.
    pub fn foreign_keys(&self) -> impl Iterator<Item = ForeignKey<'_>> {
        self.columns().into_iter().filter_map(|column| {
            Some(ForeignKey {
                subject: subject_of(&column)?,
                own: column.role() == Some(Role::Subject),
                column,
            })
        })
    }
}

fn subject_of<'a>(column: &Column<'a>) -> Option<&'a str> {
    match column.value_type().item() {
        ValueType::SerialNumber { of } => Some(of),
        _ => None,
    }
}
