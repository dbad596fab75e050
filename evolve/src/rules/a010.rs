//! A010: a bound of a class of amounts is written differently.

use crate::bound::is_same_number;
use crate::class::{Class, Verdict, Viewpoints};
use crate::class_bounds;
use crate::example;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "A010",
    title: "a bound of a class of amounts is written differently",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "It is the same number.",
    remedy: "None is needed.",
    find: |changes| {
        class_bounds::attributes_of_lists(changes, |bound| {
            matches!(bound.name, "class.lower" | "class.upper")
                && is_same_number(bound.old_text(), bound.new_text())
        })
    },
    example: Example {
        old: example::with_classes,
        new: |model| {
            let first = example::meaning(model, "fine_class", "1").class.as_mut();
            first.expect("a class").upper = Some("5.00".into());
        },
    },
};
