//! D018: the words for the decision or its paragraphs changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::label;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D018",
    title: "the words for the decision or its paragraphs changed",
    is_about_words: true,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The words are for readers only.",
    remedy: "None is needed.",
    find: |changes| {
        let texts = changes
            .attributes(Kind::Decision)
            .filter(|text| text.name.starts_with("words."));
        texts
            .map(|text| Found::new(text.index, text.change_text()))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.words.paragraph = label("artikel", "article"),
    },
};
