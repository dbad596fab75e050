//! V045: the reason for a column changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{label, role};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V045",
    title: "the reason for a column changed",
    is_about_words: true,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "It explains a column that the decision does not name.",
    remedy: "None is needed.",
    find: |changes| {
        let texts = changes.texts_in_other_words(Kind::Column, "why");
        texts.map(|(attribute, _)| attribute.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| role(model, "loan", "person").why = Some(label("nodig", "needed")),
    },
};
