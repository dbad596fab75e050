//! R008: the basis of a rule changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "R008",
    title: "the basis of a rule changed",
    is_about_words: true,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The basis says from what the rule follows; the condition is the same, or has a finding of its own.",
    remedy: "None is needed.",
    find: |changes| {
        let found = changes.attribute(Kind::Rule, "basis");
        found.map(|attribute| attribute.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| block(model, "loan").rules[0].basis = None,
    },
};
