//! A005: other bounds are included in a class of amounts.

use beraad_describe::ClosedSide;

use crate::class::{Class, Verdict, Viewpoints};
use crate::class_bounds;
use crate::example;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "A005",
    title: "other bounds are included in a class of amounts",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "Amounts that are equal to a bound are in another class than before, with the same code.",
    remedy: "Record a break in series, or say in a remark since when the source counts so.",
    find: |changes| class_bounds::attributes_of_lists(changes, |side| side.name == "class.closed"),
    example: Example {
        old: example::with_classes,
        new: |model| {
            let first = example::meaning(model, "fine_class", "1").class.as_mut();
            first.expect("a class").closed = ClosedSide::Right;
        },
    },
};
