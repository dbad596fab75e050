//! A008: bounds of a class of amounts were documented.

use crate::class::{Class, Verdict, Viewpoints};
use crate::class_bounds;
use crate::example;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "A008",
    title: "bounds of a class of amounts were documented",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "They were not known before, and the codes are the same.",
    remedy: "None is needed, if the bounds held for earlier rows too; otherwise record a break in series.",
    find: |changes| class_bounds::documented(changes, class_bounds::Documented::Now),
    example: Example {
        old: |model| {
            example::with_classes(model);
            example::meaning(model, "fine_class", "1").class = None;
        },
        new: example::with_classes,
    },
};
