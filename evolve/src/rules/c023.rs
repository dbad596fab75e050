//! C023: a translation of a label was removed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "C023",
    title: "a translation of a label was removed",
    is_about_words: true,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The words in the other languages are the same; readers of this one find nothing.",
    remedy: "Keep the translation, or say why it was wrong.",
    find: |changes| {
        let labels = changes.attribute(Kind::Meaning, "label");
        let labels = labels
            .filter(|label| TextChange::of(label.old, label.new) == TextChange::LanguageRemoved);
        let found = labels.map(|label| Found::new(label.index, label.change_text()));
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            example::meaning(model, "department", "01").label = example::label("jeugd", "youth");
        },
    },
};
