//! Sources, evidence, notes and breaks in series: blocks and variables have them alike.

use beraad_schema::describe::{Language, Note, Origin, SeriesBreak, Text};

use super::edition::Edition;
use crate::codebook::document::{Element, Fact, Inline, Span};

/// One line for each variable or file of a source.
pub(super) fn origin_lines(edition: Edition<'_>, origins: &[Origin]) -> Vec<Inline> {
    origins
        .iter()
        .map(|origin| origin_line(edition, origin))
        .collect()
}

fn origin_line(edition: Edition<'_>, origin: &Origin) -> Inline {
    let mut line = Inline::new().strong(&*origin.name);
    if let Some(abbreviation) = &origin.abbreviation {
        line = line.text(" (").code(&**abbreviation).text(")");
    }
    line = line
        .text(format!(", {}, ", origin.institution))
        .text(edition.pick("bestand ", "file "))
        .text(&*origin.file);
    if let Some(validity) = &origin.stated_validity {
        line = line
            .text(edition.pick(
                "; periode volgens de bron: ",
                "; period according to the source: ",
            ))
            .text(&**validity);
    }
    if let Some(level) = &origin.stated_level {
        line = line
            .text(edition.pick(
                "; meetniveau volgens de bron: ",
                "; level of measurement according to the source: ",
            ))
            .text(&**level);
    }
    match &origin.page {
        None => line,
        Some(page) => line.text("; ").with(page_link(edition, page)),
    }
}

/// A link to a public page, with the host in its text: a reader sees whose page it is.
pub(super) fn page_link(edition: Edition<'_>, url: &str) -> Span {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = after_scheme.split(['/', '?', '#']).next();
    Span::Link {
        text: format!(
            "{} {}",
            edition.pick("pagina op", "page on"),
            host.unwrap_or(after_scheme)
        ),
        url: url.to_owned(),
    }
}

pub(super) fn notes_fact(edition: Edition<'_>, notes: &[Note]) -> Option<Fact> {
    let lines = notes.iter().map(|note| edition.label(&note.text).into());
    Fact::from_items(edition.pick("Opmerkingen", "Notes"), lines.collect())
}

pub(super) fn breaks_fact(edition: Edition<'_>, breaks: &[SeriesBreak]) -> Option<Fact> {
    let lines = breaks.iter().map(|series_break| {
        let line = Inline::new()
            .strong(series_break.from.as_str())
            .text(" – ")
            .text(edition.label(&series_break.what));
        match &series_break.advice {
            None => line,
            Some(advice) => line
                .with(Span::Break)
                .strong(edition.pick("Wat te doen: ", "What to do: "))
                .text(edition.label(advice)),
        }
    });
    Fact::from_items(
        edition.pick("Breuken in de reeks", "Breaks in series"),
        lines.collect(),
    )
}

/// The reasons for the identification with a source, which are in English.
pub(super) fn evidence_disclosure(edition: Edition<'_>, evidence: &[Text]) -> Option<Element> {
    if evidence.is_empty() {
        return None;
    }
    let lines = evidence
        .iter()
        .map(|text| edition.foreign(Language::En, text));
    Some(Element::Disclosure {
        summary: edition
            .pick("Hoe zeker is dit?", "How sure is this?")
            .into(),
        body: vec![Element::List(lines.collect())],
    })
}
