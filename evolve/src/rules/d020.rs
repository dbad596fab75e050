//! D020: a paragraph of the decision was added.

use beraad_describe::Paragraph;

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::{Item, Kind};
use crate::observed;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::shown::quoted;
use crate::stated::effect_of_paragraph;

pub(super) static RULE: Rule = Rule {
    id: "D020",
    title: "a paragraph of the decision was added",
    is_about_words: false,
    classes: &[
        Class::Doc,
        Class::Disclosure,
        Class::Breaking,
        Class::Semantic,
    ],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "A paragraph authorises nothing by itself, but what it states counts for the headings in it.",
    remedy: "State what differs in the headings, if only some of them differ.",
    find: |changes| {
        let paragraphs = changes.added(Kind::Paragraph);
        let found = paragraphs.map(|paragraph| {
            let effect = effect_of_paragraph(paragraph.change);
            let message = if effect.is_none() {
                stated_by(paragraph.item)
            } else {
                effect.parts.join(", ")
            };
            let found = Found::new(paragraph.index, message)
                .classes(effect.classes().unwrap_or(&[Class::Doc]));
            let series = if effect.is_none() {
                Verdict::Yes
            } else {
                Verdict::Undecided
            };
            let viewpoints = observed::viewpoints_of_states(changes, series);
            found.viewpoints(viewpoints.with_rust_api(effect.rust_api()))
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.paragraphs.push(Paragraph::new("4")),
    },
};

/// Returns what a paragraph states, for a message.
pub(super) fn stated_by(paragraph: &Item) -> String {
    let attributes = paragraph.attributes.iter();
    let parts = attributes.filter(|(name, _)| *name != "number");
    let parts: Vec<_> = parts
        .map(|(name, value)| format!("{name} {}", quoted(Some(value))))
        .collect();
    if parts.is_empty() {
        "which states nothing about its headings".to_owned()
    } else {
        parts.join(", ")
    }
}
