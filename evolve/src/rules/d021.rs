//! D021: a paragraph of the decision was removed.

use super::d020::stated_by;
use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::observed;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::stated::effect_of_paragraph;

pub(super) static RULE: Rule = Rule {
    id: "D021",
    title: "a paragraph of the decision was removed",
    is_about_words: false,
    classes: &[
        Class::Risky,
        Class::Disclosure,
        Class::Breaking,
        Class::Semantic,
    ],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The headings in it lose what it states: the provider, the precision of dates, the form of amounts.",
    remedy: "Remove the headings of the paragraph with it, or move them.",
    find: |changes| {
        let paragraphs = changes.removed(Kind::Paragraph);
        let found = paragraphs.map(|paragraph| {
            let effect = effect_of_paragraph(paragraph.change);
            let message = if effect.is_none() {
                stated_by(paragraph.item)
            } else {
                effect.parts.join(", ")
            };
            let found = Found::new(paragraph.index, message)
                .classes(effect.classes().unwrap_or(&[Class::Risky]));
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
        new: |model| model.deliberation.paragraphs.truncate(1),
    },
};
