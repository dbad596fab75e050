//! A003: classes of amounts were split.

use crate::class::{Class, Verdict, Viewpoints};
use crate::class_bounds::{ClassChange, class_findings};
use crate::example;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "A003",
    title: "classes of amounts were split",
    is_about_words: false,
    classes: &[Class::Semantic, Class::Disclosure],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::No, Verdict::No, Verdict::No),
    why: "There are more classes for the same amounts: finer data than before, and codes that contain less than they did.",
    remedy: "Name the decision that allows finer classes, and give all of them new codes.",
    find: |changes| {
        class_findings(changes, |group| {
            let is_finer = group.change == ClassChange::Finer && !group.is_at_open_end;
            is_finer.then_some(&[Class::Semantic, Class::Disclosure])
        })
    },
    example: Example {
        old: example::with_classes,
        new: |model| {
            let mut part = example::code(model, "fine_class", "1").clone();
            part.code = Some("1b".into());
            part.meanings[0].class.as_mut().expect("a class").lower = Some("2".into());
            let first = example::meaning(model, "fine_class", "1").class.as_mut();
            first.expect("a class").upper = Some("2".into());
            example::list(model, "fine_class").codes.push(part);
        },
    },
};
