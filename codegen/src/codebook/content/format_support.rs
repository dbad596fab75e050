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
    let rows = Feature::ALL.iter().map(|feature| {
        let name = edition.text(feature.label());
        let mut row = vec![TableCell::from(name)];
        row.extend(formats.iter().map(|format| cell(edition, format, *feature)));
        row
    });
    let mut column_names = vec![edition.text(message!("feature")).into()];
    column_names.extend(formats.iter().map(|format| format.id.into()));
    Section {
        anchor: "what-formats-carry".into(),
        kind: SectionKind::General,
        title: edition.text(message!("formats")).into(),
        body: vec![
            Element::List(list.collect()),
            Element::Table(Table {
                kind: TableKind::Formats,
                caption: edition.text(message!("formats.caption")).into(),
                column_names,
                rows: rows.collect(),
            }),
        ],
        sections: Vec::new(),
    }
}

fn cell(edition: Edition<'_>, format: &Format, feature: Feature) -> TableCell {
    match format.support.get(feature) {
        Carries::Carried => edition.text(message!("yes")).into(),
        Carries::Partly(part) => {
            let part = part.get(edition.language);
            edition
                .text_with(message!("partly"), &[("part", part)])
                .into()
        }
        Carries::Lost => edition.text(message!("no")).into(),
    }
}
