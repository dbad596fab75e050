//! Relations of the rows of a block to other rows: foreign keys, and the constraints between rows.

use beraad_schema::describe::{Block, Constraint, ForeignKey, Language, Severity};

use super::edition::Edition;
use crate::codebook::document::{Fact, Inline, Mark, Span};

/// The columns that hold the number of a person, an employer or another subject.
pub(super) fn foreign_keys_fact(edition: Edition<'_>, block: &Block) -> Option<Fact> {
    let lines = block
        .foreign_keys()
        .map(|key| foreign_key(edition, block, &key));
    Fact::from_items(
        edition.pick("Verwijzende sleutels", "Foreign keys"),
        lines.collect(),
    )
}

fn foreign_key(edition: Edition<'_>, block: &Block, key: &ForeignKey<'_>) -> Inline {
    let relation = if key.own {
        edition.pick(
            ": nummer van de eenheid waarover de rij gaat (nummering ",
            ": number of the unit that the row is about (numbering ",
        )
    } else {
        edition.pick(
            ": verwijst naar rijen met dit nummer (nummering ",
            ": refers to rows with this number (numbering ",
        )
    };
    column(edition, &block.id, &key.column.name, ColumnName::Short)
        .text(relation)
        .code(key.subject)
        .text(")")
}

/// The constraints between the rows of this block, or between its rows and those of other blocks.
pub(super) fn constraints_fact(edition: Edition<'_>, block: &Block) -> Option<Fact> {
    let constraints = edition.selection.model.constraints_of(block);
    let lines = constraints.map(|constraint| constraint_lines(edition, block, constraint));
    Fact::from_items(
        edition.pick("Tussen rijen", "Between rows"),
        lines.collect(),
    )
}

fn constraint_lines(edition: Edition<'_>, block: &Block, constraint: &Constraint) -> Inline {
    let mut line = Inline::from(edition.label(&constraint.message));
    match constraint.severity {
        // Constraints are errors unless the codebook says otherwise.
        Severity::Error => {}
        Severity::Warning => {
            let severity = constraint.severity.label();
            line = line.text(" ").mark(Mark::Caution, edition.label(&severity));
        }
    }
    line = line.with(Span::Break).code(&*constraint.id);
    let constrained = constraint
        .columns_in(block)
        .map(|name| column(edition, &block.id, &name, ColumnName::Short));
    line = line
        .text(edition.pick(": geldt voor ", ": applies to "))
        .then(Inline::join(constrained, ", "));
    let compared = constraint
        .reads
        .iter()
        .map(|name| match name.split_once('.') {
            Some((block, name)) => column(edition, block, name, ColumnName::WithBlock),
            None => Inline::new().code(&**name),
        });
    if !constraint.reads.is_empty() {
        line = line
            .text(edition.pick("; vergeleken met ", "; compared with "))
            .then(Inline::join(compared, ", "));
    }
    if let Some(tolerates) = &constraint.tolerates {
        line = line
            .with(Span::Break)
            .text(edition.pick("Gedoogd: ", "Tolerated: "))
            .text(edition.label(tolerates));
    }
    line.with(Span::Break)
        .text(edition.pick("Berust op: ", "Based on: "))
        .with(Span::InLanguage(Language::En, constraint.basis.to_string()))
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
