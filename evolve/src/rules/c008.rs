//! C008: the label of a code changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "C008",
    title: "the label of a code changed",
    is_about_words: true,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "Every row remains valid, and by its label the same code means something else.",
    remedy: "If the meaning changed, use a new code or a new period. If only the words did, say so where the change is accepted.",
    find: |changes| {
        let labels = changes.attribute(Kind::Meaning, "label");
        let labels = labels.filter(|label| TextChange::of(label.old, label.new).is_of_words());
        let found = labels.map(|label| Found::new(label.index, label.change_text()));
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            example::meaning(model, "department", "9").label =
                example::label("muziek en film", "music and film");
        },
    },
};
