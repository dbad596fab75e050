//! From phrase to column: each phrase of the decision and the column that carries it out.

use beraad_schema::describe::Trace;

use super::edition::{Edition, column_anchor};
use crate::codebook::document::{
    Element, Inline, Mark, Section, SectionKind, Span, Table, TableCell, TableKind,
};
use crate::message;

pub(super) fn section(edition: Edition<'_>) -> Section {
    let traces = edition.selection.model.trace();
    let missing = traces.iter().filter(|it| it.column.is_none()).count();
    let total = traces.len();
    let summary = edition.text_with(
        message!("trace.summary"),
        &[
            ("missing", &missing.to_string()),
            ("total", &total.to_string()),
        ],
    );
    let table = Table {
        kind: TableKind::Trace,
        caption: edition.text(message!("trace.caption")).into(),
        column_names: vec![
            edition.text(message!("phrase")).into(),
            edition.text(message!("heading")).into(),
            edition.text(message!("column")).into(),
        ],
        rows: traces.iter().map(|it| row(edition, it)).collect(),
    };
    Section {
        anchor: "phrases-and-columns".into(),
        kind: SectionKind::General,
        title: edition.text(message!("trace")).into(),
        body: vec![Element::Paragraph(summary.into()), Element::Table(table)],
        sections: Vec::new(),
    }
}

fn row(edition: Edition<'_>, trace: &Trace<'_>) -> Vec<TableCell> {
    let mut phrase = edition.quoted_term(&trace.term.term, trace.term.of.as_deref());
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
        (None, _) | (_, None) => {
            Inline::new().mark(Mark::Caution, edition.text(message!("not-modelled")))
        }
    };
    vec![phrase.into(), heading.into(), column.into()]
}
