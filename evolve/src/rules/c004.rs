//! C004: codes were removed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_groups::CodeGroup;
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C004",
    title: "codes were removed",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Risky],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::Yes, Verdict::No, Verdict::Yes),
    why: "In a closed list, rows with the code are errors now. In an open one, they have no label any more.",
    remedy: "End the code instead: set the last day of the period of its meaning, and keep it in the list.",
    find: |changes| {
        let group = CodeGroup {
            verb: "",
            is_of_rule: |_| true,
            classes: [&[Class::Risky], &[Class::Breaking]],
        };
        group.found(changes, changes.removed(Kind::Code))
    },
    example: Example {
        old: unchanged,
        new: |model| example::list(model, "sex").codes.truncate(1),
    },
};
