//! The table of rules, within a row, and of constraints, across rows.

use beraad_schema::describe::{AppliesTo, Block, Constraint, Label, Rule, Severity};

use super::{Table, TableRecord, joined};
use crate::format::Selection;
use crate::messages::ProgramText;

enum Row<'a> {
    Rule(&'a Block, &'a Rule),
    Constraint(&'a Constraint),
}

impl<'a> Row<'a> {
    fn rule(&self) -> Option<&'a Rule> {
        match self {
            Self::Rule(_, rule) => Some(rule),
            Self::Constraint(_) => None,
        }
    }

    fn constraint(&self) -> Option<&'a Constraint> {
        match self {
            Self::Rule(..) => None,
            Self::Constraint(constraint) => Some(constraint),
        }
    }

    fn id(&self) -> &'a str {
        match self {
            Self::Rule(_, rule) => &rule.id,
            Self::Constraint(constraint) => &constraint.id,
        }
    }

    fn block(&self) -> Option<&'a str> {
        match self {
            Self::Rule(block, _) => Some(&block.id),
            Self::Constraint(_) => None,
        }
    }

    /// A violation of a rule is always an error.
    fn severity(&self) -> Severity {
        self.constraint().map_or(Severity::Error, |it| it.severity)
    }

    fn message(&self) -> &'a Label {
        match self {
            Self::Rule(_, rule) => &rule.message,
            Self::Constraint(constraint) => &constraint.message,
        }
    }

    fn columns(&self) -> String {
        match self {
            Self::Rule(_, rule) => joined(rule.expression.columns()),
            Self::Constraint(constraint) => match &constraint.applies_to {
                AppliesTo::Columns(columns) => joined(columns.iter()),
                AppliesTo::Subject(_) => String::new(),
            },
        }
    }

    fn subject(&self) -> Option<&'a str> {
        match &self.constraint()?.applies_to {
            AppliesTo::Subject(subject) => Some(subject),
            AppliesTo::Columns(_) => None,
        }
    }

    fn basis(&self) -> Option<&'a str> {
        match self {
            Self::Rule(_, rule) => rule.basis.as_deref(),
            Self::Constraint(constraint) => Some(&constraint.basis),
        }
    }
}

/// The record of the table.
pub(super) const TABLE: TableRecord = TableRecord {
    id: "rules",
    summary: ProgramText::of("table-rules"),
    table,
};

fn table(selection: &Selection<'_>) -> Table {
    let blocks = selection.blocks.iter();
    let rules =
        blocks.flat_map(|&block| block.rules.iter().map(move |rule| Row::Rule(block, rule)));
    let constraints = selection.model.constraints.iter().filter(|constraint| {
        let mut blocks = selection.blocks.iter();
        blocks.any(|block| constraint.columns_in(block).next().is_some())
    });
    let rows: Vec<_> = rules.chain(constraints.map(Row::Constraint)).collect();
    TABLE
        .of(&rows, selection)
        .column("id", Row::id)
        .optional("block", Row::block)
        .column("severity", Row::severity)
        .label("condition", |row| Some(row.message().clone()))
        .column("columns", Row::columns)
        .optional("subject", Row::subject)
        .optional("expression", |row| Some(row.rule()?.expression.to_string()))
        .optional("reads", |row| Some(joined(row.constraint()?.reads.iter())))
        .label("tolerates", |row| row.constraint()?.tolerates.clone())
        .optional("basis", Row::basis)
        .build()
}
