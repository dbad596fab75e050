//! A006: the currency or unit of classes of amounts changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::class_bounds;
use crate::example;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "A006",
    title: "the currency or unit of classes of amounts changed",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "The same code contains amounts of another size, and every row remains valid.",
    remedy: "Give the classes new codes, or record a break in series.",
    find: |changes| {
        class_bounds::attributes_of_lists(changes, |unit| {
            matches!(unit.name, "class.currency" | "class.unit")
        })
    },
    example: Example {
        old: example::with_classes,
        new: |model| {
            let first = example::meaning(model, "fine_class", "1").class.as_mut();
            first.expect("a class").currency = Some("BEF".into());
        },
    },
};
