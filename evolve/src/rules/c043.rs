//! C043: a code list was deprecated, or its deprecation was withdrawn.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "C043",
    title: "a code list was deprecated, or its deprecation was withdrawn",
    is_about_words: true,
    classes: &[Class::Risky, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "It can still be used, and a later version may remove it.",
    remedy: "Say in the mark what to use instead.",
    find: |changes| {
        let marks = changes.attribute(Kind::CodeList, "deprecated");
        let found = marks.map(|mark| {
            let found = mark.found();
            match TextChange::of(mark.old, mark.new) {
                TextChange::Added => found.classes(&[Class::Risky]),
                TextChange::Removed => found.classes(&[Class::Doc]).remedy("None is needed."),
                _ => found.classes(&[Class::Doc]),
            }
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            example::list(model, "sex").deprecated =
                Some(example::label("gebruik gender", "use gender"));
        },
    },
};
