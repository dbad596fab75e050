//! K009: the basis of a constraint changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "K009",
    title: "the basis of a constraint changed",
    is_about_words: true,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The basis says from what the constraint follows; the condition is the same, or has a finding of its own.",
    remedy: "None is needed.",
    find: |changes| {
        let found = changes.attribute(Kind::Constraint, "basis");
        found.map(|attribute| attribute.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.constraints[0].basis = "paragraph 3".into(),
    },
};
