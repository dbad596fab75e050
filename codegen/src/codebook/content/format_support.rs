//! The formats, and what each of them carries of the model.

use super::edition::Edition;
use crate::codebook::document::{
    Element, Inline, Section, SectionKind, Table, TableCell, TableKind,
};
use crate::format::Format;
use crate::message;
use crate::support::{Carries, Feature};

pub(super) fn section(edition: Edition<'_>) -> Section {
    let formats = &edition.selection.formats;
    let list = formats.iter().map(|format| {
        let files = Inline::code_enumeration(format.writes.iter().copied());
        let summary = format.summary.get(edition.language);
        edition.line(
            message!("formats.format"),
            [
                ("format", Inline::new().code(format.id)),
                ("summary", summary.into()),
                ("files", files),
            ],
        )
    });
    let rows = formats.iter().map(|format| row(edition, format));
    let column_names = [
        message!("formats.name"),
        message!("formats.in-part"),
        message!("formats.lost"),
    ];
    let column_names = column_names.map(|name| edition.text(name).into());
    Section {
        anchor: "what-formats-carry".into(),
        kind: SectionKind::General,
        title: edition.text(message!("formats")).into(),
        body: vec![
            Element::List(list.collect()),
            Element::Table(Table {
                kind: TableKind::Formats,
                caption: edition.text(message!("formats.caption")).into(),
                column_names: column_names.into(),
                rows: rows.collect(),
            }),
        ],
        sections: Vec::new(),
    }
}

/// The name of a format, the features that it carries in part, and those that it loses. It carries all others.
fn row(edition: Edition<'_>, format: &Format) -> Vec<TableCell> {
    let (mut in_part, mut lost) = (Vec::new(), Vec::new());
    for &feature in Feature::ALL {
        let name = edition.text(feature.label());
        match format.support.get(feature) {
            Carries::Carried => {}
            Carries::Partly(part) => {
                let part = part.get(edition.language);
                in_part.push(edition.text_with(
                    message!("formats.partly"),
                    &[("feature", name), ("part", part)],
                ));
            }
            Carries::Lost => lost.push(name),
        }
    }
    vec![
        Inline::new().code(format.id).into(),
        in_part.join("; ").into(),
        lost.join("; ").into(),
    ]
}
