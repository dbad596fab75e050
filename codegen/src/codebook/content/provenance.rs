//! Sources, evidence, notes and breaks in series: blocks and variables have them alike.

use beraad_schema::describe::{Language, Note, Origin, SeriesBreak, Text};

use super::edition::Edition;
use crate::codebook::document::{Element, Fact, Inline, Span};
use crate::message;

/// One line for each variable or file of a source.
pub(super) fn origin_lines(edition: Edition<'_>, origins: &[Origin]) -> Vec<Inline> {
    origins
        .iter()
        .map(|origin| origin_line(edition, origin))
        .collect()
}

fn origin_line(edition: Edition<'_>, origin: &Origin) -> Inline {
    let mut name = Inline::new().strong(&*origin.name);
    if let Some(abbreviation) = &origin.abbreviation {
        name = name.text(" (").code(&**abbreviation).text(")");
    }
    let mut line = edition.line(
        message!("source.origin"),
        [
            ("name", name),
            ("institution", (&*origin.institution).into()),
            ("file", (&*origin.file).into()),
        ],
    );
    if let Some(validity) = &origin.stated_validity {
        line = edition.line(
            message!("source.validity"),
            [("origin", line), ("validity", (&**validity).into())],
        );
    }
    if let Some(level) = &origin.stated_level {
        line = edition.line(
            message!("source.level"),
            [("origin", line), ("level", (&**level).into())],
        );
    }
    match &origin.page {
        None => line,
        Some(page) => edition.line(
            message!("source.page"),
            [("origin", line), ("page", page_link(edition, page).into())],
        ),
    }
}

/// A link to a public page, with the host in its text: a reader sees whose page it is.
pub(super) fn page_link(edition: Edition<'_>, url: &str) -> Span {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = after_scheme.split(['/', '?', '#']).next();
    Span::Link {
        text: edition.text_with(
            message!("page-on"),
            &[("host", host.unwrap_or(after_scheme))],
        ),
        url: url.to_owned(),
    }
}

pub(super) fn notes_fact(edition: Edition<'_>, notes: &[Note]) -> Option<Fact> {
    let lines = notes.iter().map(|note| edition.label(&note.text));
    Fact::from_items(edition.text(message!("notes")), lines.collect())
}

pub(super) fn breaks_fact(edition: Edition<'_>, breaks: &[SeriesBreak]) -> Option<Fact> {
    let lines = breaks.iter().map(|series_break| {
        let line = Inline::new()
            .strong(series_break.from.as_str())
            .text(" – ")
            .then(edition.label(&series_break.what));
        match &series_break.advice {
            None => line,
            Some(advice) => {
                let mark = edition.text(message!("breaks.advice-mark"));
                line.with(Span::Break).then(edition.line(
                    message!("breaks.advice"),
                    [
                        ("mark", Inline::new().strong(mark)),
                        ("advice", edition.label(advice)),
                    ],
                ))
            }
        }
    });
    Fact::from_items(edition.text(message!("breaks")), lines.collect())
}

/// The reasons for the identification with a source, which are in English.
pub(super) fn evidence_disclosure(edition: Edition<'_>, evidence: &[Text]) -> Option<Element> {
    if evidence.is_empty() {
        return None;
    }
    let lines = evidence
        .iter()
        .map(|text| edition.foreign(Language::EN, text));
    Some(Element::Disclosure {
        summary: edition.text(message!("evidence")).into(),
        body: vec![Element::List(lines.collect())],
    })
}
