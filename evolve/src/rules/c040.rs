//! C040: the remark about a code changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C040",
    title: "the remark about a code changed",
    is_about_words: true,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "A remark helps readers, and decides nothing.",
    remedy: "None is needed.",
    find: |changes| {
        let remarks = changes.attribute(Kind::Meaning, "remark");
        let found = remarks.map(|remark| Found::new(remark.index, remark.change_text()));
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            example::meaning(model, "sex", "M").remark =
                Some(example::label("ook jongens", "boys too"));
        },
    },
};
