//! Predicates: what must hold between rows, named and described; it is evaluated where all rows are at hand.

use serde::{Deserialize, Serialize};

use crate::block::{Block, Column};
use crate::label::{Label, List, Text};
use crate::value_type::ValueType;

/// What is said of a row that needs other rows to be told: of another block, or of the same.
///
/// What one row tells by itself is a [`Rule`](crate::Rule). Written with [`constraint!`](crate::constraint).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Constraint {
    /// The id, unique in the model.
    pub id: Text,
    /// Whether data that contradict it are wrong, or only call for a look.
    pub severity: Severity,
    /// What it says.
    pub message: Label,
    /// The columns whose values it is about.
    pub applies_to: AppliesTo,
    /// The other columns that tell whether it holds, as `block.column`.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub reads: List<Text>,
    /// What is let pass, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tolerates: Option<Label>,
    /// The fact or the paragraph that it rests on.
    pub basis: Text,
}

vocabulary_enum! {
    /// How much a constraint asks.
    pub enum Severity {
        /// Data that contradict it are wrong.
        Error,
        /// Its source says that it should hold: data that contradict it are shown, and not rejected.
        Warning,
    }
}

impl Severity {
    /// The word for it in Dutch and English.
    #[must_use]
    pub fn label(self) -> Label {
        match self {
            Self::Error => Label::new("fout", "error"),
            Self::Warning => Label::new("waarschuwing", "warning"),
        }
    }
}

/// Which columns a constraint is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AppliesTo {
    /// These, as `block.column`.
    Columns(List<Text>),
    /// Every column that refers to this subject, in any block.
    Subject(Text),
}

impl Constraint {
    /// A constraint that reads no other columns and tolerates nothing.
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
            basis: basis.into(),
        }
    }

    /// The names of the columns of a block that it is about.
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

    /// The names of all columns that it names one by one, as `block.column`.
    pub fn named_columns(&self) -> impl Iterator<Item = &Text> {
        let applies_to: &[Text] = match &self.applies_to {
            AppliesTo::Columns(names) => names,
            AppliesTo::Subject(_) => &[],
        };
        applies_to.iter().chain(self.reads.iter())
    }
}

/// A column that holds the serial number of a person, an employer or another subject.
///
/// It follows from the type: the same subject is the same numbering in every block.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ForeignKey<'a> {
    /// The column.
    pub column: Column<'a>,
    /// Whom it refers to: the [`NAME`](crate::Subject::NAME) of the subject.
    pub subject: &'a str,
    /// Whether the row is about the one that it refers to; else it leads to other rows.
    pub own: bool,
}

impl Block {
    /// The columns that refer to a person, an employer or another subject, in their order.
    pub fn foreign_keys(&self) -> impl Iterator<Item = ForeignKey<'_>> {
        self.columns().into_iter().filter_map(|column| {
            Some(ForeignKey {
                subject: subject_of(&column)?,
                own: column.role().is_some_and(crate::Role::is_subject),
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
