//! A004: classes of amounts were merged.

use crate::class::{Class, Verdict, Viewpoints};
use crate::class_bounds::{ClassChange, class_findings};
use crate::example;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "A004",
    title: "classes of amounts were merged",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::Yes, Verdict::No, Verdict::No),
    why: "There are fewer classes for the same amounts, and a code contains more than it did.",
    remedy: "Give the wider class a new code, and compare series on the merged classes only.",
    find: |changes| {
        class_findings(changes, |group| {
            let is_coarser = group.change == ClassChange::Coarser && !group.is_at_open_end;
            is_coarser.then_some(&[Class::Semantic])
        })
    },
    example: Example {
        old: |model| {
            example::with_classes(model);
            let second = example::meaning(model, "fine_class", "2").class.as_mut();
            second.expect("a class").upper = Some("10".into());
        },
        new: |model| {
            example::list(model, "fine_class").codes.truncate(1);
            let first = example::meaning(model, "fine_class", "1").class.as_mut();
            first.expect("a class").upper = Some("10".into());
        },
    },
};
