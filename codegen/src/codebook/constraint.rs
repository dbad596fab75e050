//! What leads from a row to others: references, and the constraints that hold between rows.

use beraad_schema::describe::{Block, Constraint, Language, Severity};

use super::{Author, Fact, Inline, Mark, Span};

/// The columns that hold the number of a person, an employer or another subject.
pub(super) fn references(author: Author<'_>, block: &Block) -> Option<Fact> {
    let lines = block.foreign_keys().map(|reference| {
        let words = if reference.own {
            author.say(
                ": over wie de rij gaat, in de nummering ",
                ": whom the row is about, in the numbering ",
            )
        } else {
            author.say(
                ": verwijst naar de rijen over dat nummer, in de nummering ",
                ": refers to the rows about that number, in the numbering ",
            )
        };
        column(author, &block.id, &reference.column.name, false)
            .text(words)
            .code(reference.subject)
    });
    Fact::list(author.say("Verwijzingen", "References"), lines.collect())
}

/// What must hold between the rows of this block and others.
pub(super) fn constraints(author: Author<'_>, block: &Block) -> Option<Fact> {
    let constraints = author.selection.model.constraints_of(block);
    let lines = constraints.map(|constraint| words(author, block, constraint));
    Fact::list(author.say("Tussen rijen", "Between rows"), lines.collect())
}

fn words(author: Author<'_>, block: &Block, constraint: &Constraint) -> Inline {
    let mut line = Inline::from(author.label(&constraint.message));
    if constraint.severity != Severity::Error {
        let severity = constraint.severity.label();
        line = line
            .text(" ")
            .mark(Mark::Caution, author.label(&severity).to_owned());
    }
    line = line.with(Span::Break).code(&*constraint.id);
    let about = constraint
        .columns_in(block)
        .map(|name| column(author, &block.id, &name, false));
    line = line
        .text(author.say(": over ", ": about "))
        .then(Inline::join(about, ", "));
    let reads = constraint
        .reads
        .iter()
        .map(|name| match name.split_once('.') {
            Some((block, name)) => column(author, block, name, true),
            None => Inline::new().code(&**name),
        });
    if !constraint.reads.is_empty() {
        line = line
            .text(author.say("; te lezen naast ", "; read beside "))
            .then(Inline::join(reads, ", "));
    }
    if let Some(tolerates) = &constraint.tolerates {
        line = line
            .with(Span::Break)
            .text(author.say("Gedoogd: ", "Tolerated: "))
            .text(author.label(tolerates));
    }
    line.with(Span::Break)
        .text(author.say("Berust op: ", "Rests on: "))
        .with(Span::In(Language::En, constraint.basis.to_string()))
}

/// A column by its name, with a link where the codebook has it.
fn column(author: Author<'_>, block: &str, name: &str, whole: bool) -> Inline {
    let shown = if whole {
        format!("{block}.{name}")
    } else {
        name.to_owned()
    };
    let found = author
        .selection
        .model
        .block(block)
        .is_some_and(|it| author.selection.has(it) && it.column(name).is_some());
    if found {
        Inline::of(Span::Column {
            anchor: format!("{block}/{name}"),
            name: shown,
        })
    } else {
        Inline::new().code(shown)
    }
}
