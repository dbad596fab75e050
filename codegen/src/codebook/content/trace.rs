//! From phrase to column: each phrase of the decision and the column that carries it out.

use beraad_schema::describe::Trace;

use super::edition::{Edition, column_anchor};
use crate::codebook::document::{
    Element, Inline, Mark, Section, SectionKind, Span, Table, TableCell, TableKind,
};

pub(super) fn section(edition: Edition<'_>) -> Section {
    let traces = edition.selection.model.trace();
    let missing = traces.iter().filter(|it| it.column.is_none()).count();
    let total = traces.len();
    let summary = format!(
        "{}. {missing} {} {total} {}.",
        edition.pick(
            "Elk zinsdeel van de beraadslaging en de kolom die het uitvoert, in de volgorde van de tekst",
            "Each phrase of the deliberation and the column that carries it out, in the order of the text",
        ),
        edition.pick("van", "of"),
        edition.pick("regels hebben geen kolom", "lines have no column"),
    );
    let table = Table {
        kind: TableKind::Trace,
        caption: edition
            .pick("Zinsdelen en kolommen", "Phrases and columns")
            .into(),
        column_names: vec![
            edition.pick("Zinsdeel", "Phrase").into(),
            edition.pick("Rubriek", "Heading").into(),
            edition.pick("Kolom", "Column").into(),
        ],
        rows: traces.iter().map(|it| row(edition, it)).collect(),
    };
    Section {
        anchor: "phrases-and-columns".into(),
        kind: SectionKind::General,
        title: edition
            .pick("Van zinsdeel naar kolom", "From phrase to column")
            .into(),
        body: vec![Element::Paragraph(summary.into()), Element::Table(table)],
        sections: Vec::new(),
    }
}

fn row(edition: Edition<'_>, trace: &Trace<'_>) -> Vec<TableCell> {
    let mut phrase = Inline::from(Span::Quote(trace.term.term.to_string()));
    if let Some(of) = &trace.term.of {
        phrase = phrase
            .text(edition.pick(" van ", " of "))
            .with(Span::Quote(of.to_string()));
    }
    if let Some(relative) = trace.relative {
        phrase = phrase.text(", ").strong(relative);
    }
    let heading = format!(
        "{} {}",
        trace.heading.paragraph,
        edition.heading_title(trace.heading)
    );
    let column = match (trace.block, &trace.column) {
        (Some(block), Some(column)) => {
            let name = format!("{}.{}", block.id, column.name);
            // The trace is of the whole decision, and the codebook may be of some blocks: those of others get no link.
            if edition.selection.has(block) {
                let anchor = column_anchor(&block.id, column);
                Inline::from(Span::Column { anchor, name })
            } else {
                Inline::new().code(name)
            }
        }
        (None, _) | (_, None) => Inline::new().mark(
            Mark::Caution,
            edition.pick("niet gemodelleerd", "not modelled"),
        ),
    };
    vec![phrase.into(), heading.into(), column.into()]
}
