//! C039: the short text of a code changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "C039",
    title: "the short text of a code changed",
    is_about_words: true,
    classes: &[Class::Risky, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Tables that show the short text change, and the label does not.",
    remedy: "Change the label too if the meaning changed.",
    find: |changes| {
        let texts = changes.attribute(Kind::Meaning, "short");
        let found = texts.map(|text| {
            let classes: &[Class] = if TextChange::of(text.old, text.new).is_of_words() {
                &[Class::Risky]
            } else {
                &[Class::Doc]
            };
            Found::new(text.index, text.change_text()).classes(classes)
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            example::meaning(model, "department", "01").short = Some(example::label("k", "c"));
        },
    },
};
