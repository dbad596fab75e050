//! Instructions for reading the codebook: what is true of every block is written once, here.

use super::edition::Edition;
use crate::codebook::document::{Element, Fact, Section, SectionKind};
use crate::message;
use crate::messages::Message;

/// The anchor of the definition of the reference date.
pub(super) const ANCHOR: &str = "how-to-read";

pub(super) fn section(edition: Edition<'_>) -> Section {
    let fact = |name: Message, text: Message| Fact::new(edition.text(name), edition.text(text));
    let facts = vec![
        reference_date(edition),
        fact(
            message!("reading-validity"),
            message!("reading-validity.text"),
        ),
        fact(message!("reading-codes"), message!("reading-codes.text")),
        fact(
            message!("reading-no-value"),
            message!("reading-no-value.text"),
        ),
        fact(
            message!("reading-certainty"),
            message!("reading-certainty.text"),
        ),
    ];
    Section {
        anchor: ANCHOR.into(),
        kind: SectionKind::General,
        title: edition.text(message!("reading")).into(),
        body: vec![Element::Facts(facts)],
        sections: Vec::new(),
    }
}

/// The day of an observation period that a state is about.
pub(super) fn reference_date(edition: Edition<'_>) -> Fact {
    let model = edition.selection.model;
    let mut observations = model
        .blocks
        .iter()
        .filter_map(|block| model.deliberation.observation(block));
    let text = if observations.any(|observation| observation.is_year_end()) {
        message!("reference-date.period-end")
    } else {
        message!("reference-date.text")
    };
    Fact::new(edition.text(message!("reference-date")), edition.text(text))
}
