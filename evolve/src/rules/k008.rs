//! K008: the message of a constraint changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::label;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "K008",
    title: "the message of a constraint changed",
    is_about_words: true,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The message is the condition: other words may be another one. A check of a single row does not read constraints.",
    remedy: "Give another condition another id.",
    find: |changes| {
        let texts = changes.attribute(Kind::Constraint, "message");
        texts
            .map(|text| Found::new(text.index, text.change_text()))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            model.constraints[0].message = label("elke lezer is lid", "each reader is a member");
        },
    },
};
