//! Relations of the rows of a block to other rows: foreign keys, and the constraints between rows.

use beraad_schema::describe::{Block, Constraint, ForeignKey, Language, Severity};

use super::edition::Edition;
use super::words;
use crate::codebook::document::{Fact, Inline, Mark, Span};
use crate::message;

/// The columns that hold serial numbers.
pub(super) fn foreign_keys_fact(edition: Edition<'_>, block: &Block) -> Option<Fact> {
    let lines = block
        .foreign_keys()
        .map(|key| foreign_key(edition, block, &key));
    Fact::from_items(edition.text(message!("foreign-keys")), lines.collect())
}

fn foreign_key(edition: Edition<'_>, block: &Block, key: &ForeignKey<'_>) -> Inline {
    let message = if key.own {
        message!("foreign-keys.own")
    } else {
        message!("foreign-keys.other")
    };
    let column = column(edition, &block.id, &key.column.name, ColumnName::Short);
    let subject = words::subject(edition, key.subject);
    edition.line(message, [("column", column), ("subject", subject)])
}

/// The constraints between the rows of this block, or between its rows and those of other blocks.
pub(super) fn constraints_fact(edition: Edition<'_>, block: &Block) -> Option<Fact> {
    let constraints = edition.selection.model.constraints_of(block);
    let lines = constraints.map(|constraint| constraint_lines(edition, block, constraint));
    Fact::from_items(edition.text(message!("constraints")), lines.collect())
}

fn constraint_lines(edition: Edition<'_>, block: &Block, constraint: &Constraint) -> Inline {
    let mut line = edition.label(&constraint.message);
    match constraint.severity {
        // Constraints are errors unless the codebook says otherwise.
        Severity::Error => {}
        Severity::Warning => {
            let severity = edition.word(constraint.severity);
            line = line.text(" ").mark(Mark::Caution, severity);
        }
    }
    let id = Inline::new().code(&*constraint.id);
    let constrained = constraint
        .columns_in(block)
        .map(|name| column(edition, &block.id, &name, ColumnName::Short));
    let columns = Inline::join(constrained, ", ");
    let compared = constraint
        .reads
        .iter()
        .map(|name| match name.split_once('.') {
            Some((block, name)) => column(edition, block, name, ColumnName::WithBlock),
            None => Inline::new().code(&**name),
        });
    let extent = if constraint.reads.is_empty() {
        edition.line(
            message!("constraints.applies"),
            [("constraint", id), ("columns", columns)],
        )
    } else {
        let others = Inline::join(compared, ", ");
        edition.line(
            message!("constraints.compares"),
            [("constraint", id), ("columns", columns), ("others", others)],
        )
    };
    line = line.with(Span::Break).then(extent);
    if let Some(tolerates) = &constraint.tolerates {
        line = line.with(Span::Break).then(edition.line(
            message!("constraints.tolerates"),
            [("deviations", edition.label(tolerates))],
        ));
    }
    line.with(Span::Break)
        .then(based_on(edition, &constraint.basis))
}

/// The fact or the paragraph from which a rule or a constraint follows, which is in English.
pub(super) fn based_on(edition: Edition<'_>, basis: &str) -> Inline {
    let basis = Span::InLanguage(Language::EN, basis.to_owned());
    edition.line(message!("based-on"), [("basis", basis.into())])
}

/// A form of the name of a column.
#[derive(Clone, Copy)]
enum ColumnName {
    /// `year`, in the section of its block.
    Short,
    /// `household.year`.
    WithBlock,
}

/// The name of a column, as a link if the codebook has a section for it.
fn column(edition: Edition<'_>, block_id: &str, name: &str, shown: ColumnName) -> Inline {
    let text = match shown {
        ColumnName::Short => name.to_owned(),
        ColumnName::WithBlock => format!("{block_id}.{name}"),
    };
    let selection = edition.selection;
    let block = selection.model.block(block_id);
    // A link must not lead to a block that this edition does not contain.
    let has_section =
        block.is_some_and(|block| selection.has(block) && block.column(name).is_some());
    if has_section {
        Inline::from(Span::Column {
            anchor: format!("{block_id}/{name}"),
            name: text,
        })
    } else {
        Inline::new().code(text)
    }
}
