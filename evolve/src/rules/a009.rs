//! A009: bounds of a class of amounts became unknown.

use crate::class::{Class, Verdict, Viewpoints};
use crate::class_bounds;
use crate::example;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "A009",
    title: "bounds of a class of amounts became unknown",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The codes are the same, and nobody can read from the new model which amounts they contain.",
    remedy: "Keep what was known, or explain in a remark why it was wrong.",
    find: |changes| class_bounds::documented(changes, class_bounds::Documented::NotAnyMore),
    example: Example {
        old: example::with_classes,
        new: |model| example::meaning(model, "fine_class", "2").class = None,
    },
};
