//! A002: an open class of amounts was closed, or a closed one was opened.

use crate::class::{Class, Verdict, Viewpoints};
use crate::class_bounds::{ClassChange, class_findings};
use crate::example;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "A002",
    title: "an open class of amounts was closed, or a closed one was opened",
    is_about_words: false,
    classes: &[Class::Semantic, Class::Disclosure],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "The class at the end contains other amounts than before, with the same code. A new class beyond it is finer than the decision may allow.",
    remedy: "Give the classes new codes. If there are more of them, name the decision that allows it.",
    find: |changes| {
        class_findings(changes, |group| {
            let classes: &[Class] = match group.change {
                ClassChange::Finer => &[Class::Semantic, Class::Disclosure],
                ClassChange::Coarser | ClassChange::Moved => &[Class::Semantic],
            };
            group.is_at_open_end.then_some(classes)
        })
    },
    example: Example {
        old: example::with_classes,
        new: |model| {
            let top = example::meaning(model, "fine_class", "2").class.as_mut();
            top.expect("a class").upper = Some("10".into());
        },
    },
};
