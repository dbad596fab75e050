//! From phrase to column: what every phrase of the decision became.

use super::{Author, Cell, Element, Inline, Kind, Mark, Section, Span, Table, TableKind, anchor};

pub(super) fn trace(author: Author<'_>) -> Section {
    let mut rows = Vec::new();
    let traced = author.selection.model.trace();
    let missing = traced.iter().filter(|row| row.column.is_none()).count();
    for row in &traced {
        let mut phrase = Inline::of(Span::Quote(row.term.term.to_string()));
        if let Some(of) = &row.term.of {
            phrase = phrase
                .text(author.say(" van ", " of "))
                .with(Span::Quote(of.to_string()));
        }
        if let Some(relative) = row.relative {
            phrase = phrase.text(", ").strong(relative);
        }
        let column = match (row.block, &row.column) {
            (Some(block), Some(column)) => {
                let name = format!("{}.{}", block.id, column.name);
                if author.selection.has(block) {
                    Inline::of(Span::Column {
                        anchor: anchor(&block.id, column),
                        name,
                    })
                } else {
                    Inline::new().code(name)
                }
            }
            _ => Inline::new().mark(
                Mark::Caution,
                author.say("niet gemodelleerd", "not modelled"),
            ),
        };
        rows.push(vec![
            Cell::from(phrase),
            format!(
                "{} {}",
                row.heading.paragraph,
                author.heading_title(row.heading)
            )
            .into(),
            column.into(),
        ]);
    }
    let summary = match author.language {
        beraad_schema::describe::Language::En => format!(
            "Each phrase of the deliberation and the column that carries it out, in the order of the text. {missing} of {} lines have no column.",
            traced.len()
        ),
        _ => format!(
            "Elk zinsdeel van de beraadslaging en de kolom die het uitvoert, in de volgorde van de tekst. {missing} van {} regels hebben geen kolom.",
            traced.len()
        ),
    };
    Section {
        anchor: "phrases-and-columns".into(),
        kind: Kind::Matter,
        title: author
            .say("Van zinsdeel naar kolom", "From phrase to column")
            .into(),
        body: vec![
            Element::Paragraph(summary.into()),
            Element::Table(Table {
                kind: TableKind::Trace,
                caption: author
                    .say("Zinsdelen en kolommen", "Phrases and columns")
                    .into(),
                head: vec![
                    author.say("Zinsdeel", "Phrase"),
                    author.say("Rubriek", "Heading"),
                    author.say("Kolom", "Column"),
                ],
                rows,
            }),
        ],
        sections: Vec::new(),
    }
}
