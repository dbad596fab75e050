//! R009: the id of a rule changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::item::Kind;
use crate::other_id::found_other_ids;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "R009",
    title: "the id of a rule changed",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The same rows violate it, but reports name the violation otherwise, and a program that looks for the old id does not find it.",
    remedy: "Keep the id of a rule as long as its condition is the same.",
    find: |changes| found_other_ids(changes, Kind::Rule),
    example: Example {
        old: unchanged,
        new: |model| block(model, "loan").rules[0].id = "order".into(),
    },
};
