//! V028: something was deprecated.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{label, variable};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "V028",
    title: "something was deprecated",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "It is still there, and a later version may remove it.",
    remedy: "Use what the reason names instead.",
    find: |changes| {
        let columns = changes.texts_in_other_words(Kind::Column, "deprecated");
        let blocks = changes.texts_in_other_words(Kind::Block, "deprecated");
        let marked = columns
            .chain(blocks)
            .filter(|(_, change)| *change != TextChange::Removed);
        marked.map(|(attribute, _)| attribute.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            variable(model, "loan", "renewals").deprecated = Some(label("niet meer", "no longer"));
        },
    },
};
