//! D040: the label of a heading changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::label;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D040",
    title: "the label of a heading changed",
    is_about_words: true,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The title identifies the heading; the label is for readers.",
    remedy: "None is needed.",
    find: |changes| {
        let texts = changes.attribute(Kind::Heading, "label");
        texts
            .map(|text| Found::new(text.index, text.change_text()))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.headings[0].label = label("Boeken", "Books"),
    },
};
