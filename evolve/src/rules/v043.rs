//! V043: the range in the words of the source changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{label, variable};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V043",
    title: "the range in the words of the source changed",
    is_about_words: true,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Undecided),
    why: "The source states other limits; the checks of the values are the same.",
    remedy: "State the limits in the type, if they are certain.",
    find: |changes| {
        let texts = changes.texts_in_other_words(Kind::Column, "range");
        texts.map(|(attribute, _)| attribute.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| variable(model, "loan", "renewals").range = Some(label("tot 9", "up to 9")),
    },
};
