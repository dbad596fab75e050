//! The formats, and what each of them carries of the model.

use super::edition::Edition;
use crate::codebook::document::{
    Element, Inline, Section, SectionKind, Table, TableCell, TableKind,
};
use crate::format::Format;
use crate::support::{Carries, Feature};

pub(super) fn section(edition: Edition<'_>) -> Section {
    let formats = &edition.selection.formats;
    let list = formats.iter().map(|format| {
        Inline::new()
            .code(format.id)
            .text(format!(": {} (", edition.in_language(format.summary)))
            .then(Inline::code_enumeration(format.writes.iter().copied()))
            .text(")")
    });
    let rows = Feature::ALL.iter().map(|feature| {
        let name = edition.in_language(feature.label());
        let mut row = vec![TableCell::from(name)];
        row.extend(formats.iter().map(|format| cell(edition, format, *feature)));
        row
    });
    let mut column_names = vec![edition.pick("Kenmerk", "Feature").into()];
    column_names.extend(formats.iter().map(|format| format.id.into()));
    Section {
        anchor: "what-formats-carry".into(),
        kind: SectionKind::General,
        title: edition
            .pick("Wat de formaten bevatten", "What the formats carry")
            .into(),
        body: vec![
            Element::List(list.collect()),
            Element::Table(Table {
                kind: TableKind::Formats,
                caption: edition
                    .pick("Wat elk formaat bevat", "What each format carries")
                    .into(),
                column_names,
                rows: rows.collect(),
            }),
        ],
        sections: Vec::new(),
    }
}

fn cell(edition: Edition<'_>, format: &Format, feature: Feature) -> TableCell {
    match format.support.get(feature) {
        Carries::Carried => edition.pick("ja", "yes").into(),
        Carries::Partly(part) => format!(
            "{}: {}",
            edition.pick("deels", "partly"),
            edition.in_language(part)
        )
        .into(),
        Carries::Lost => edition.pick("nee", "no").into(),
    }
}
