//! What each format carries of the model, and what it loses.

use super::{Author, Cell, Element, Inline, Kind, Section, Table, TableKind};
use crate::formats::FORMATS;
use crate::support::{Carries, Feature};

pub(super) fn formats(author: Author<'_>) -> Section {
    let list = FORMATS.iter().map(|format| {
        Inline::new()
            .code(format.id)
            .text(format!(": {} (", author.words(format.summary)))
            .then(Inline::codes(format.writes.iter().copied()))
            .text(")")
    });
    let rows = Feature::ALL.iter().map(|feature| {
        let mut row = vec![Cell::from(author.words(feature.label()))];
        row.extend(FORMATS.iter().map(|format| {
            Cell::from(match format.support.get(*feature) {
                Carries::Carried => author.say("ja", "yes").to_owned(),
                Carries::Partly(how) => {
                    format!("{}: {}", author.say("deels", "partly"), author.words(how))
                }
                Carries::Lost => author.say("nee", "no").to_owned(),
            })
        }));
        row
    });
    let mut head = vec![author.say("Wat", "What")];
    head.extend(FORMATS.iter().map(|format| format.id));
    Section {
        anchor: "formats".into(),
        kind: Kind::Matter,
        title: author
            .say("Wat de formaten meenemen", "What the formats carry")
            .into(),
        body: vec![
            Element::List(list.collect()),
            Element::Table(Table {
                kind: TableKind::Formats,
                caption: author
                    .say("Wat elk formaat meeneemt", "What each format carries")
                    .into(),
                head,
                rows: rows.collect(),
            }),
        ],
        sections: Vec::new(),
    }
}
