//! S003: the name of a subject changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::label;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "S003",
    title: "the name of a subject changed",
    is_about_words: true,
    classes: &[Class::Semantic, Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Undecided),
    why: "In other words in all languages, the serial numbers may identify another kind of unit, and no check sees it.",
    remedy: "Give another kind of unit another subject.",
    find: |changes| {
        let texts = changes.attribute(Kind::Subject, "name");
        texts
            .map(|text| {
                let is_all = text.text_change() == TextChange::AllLanguages;
                let found = Found::new(text.index, text.change_text());
                found.classes(if is_all {
                    &[Class::Semantic]
                } else {
                    &[Class::Risky]
                })
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.subjects[0].name = label("huishouden", "household"),
    },
};
