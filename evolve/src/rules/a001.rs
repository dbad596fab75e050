//! A001: a bound of classes of amounts was moved.

use crate::class::{Class, Verdict, Viewpoints};
use crate::class_bounds::{ClassChange, class_findings};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "A001",
    title: "a bound of classes of amounts was moved",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "Every row remains valid, and amounts near the bound are in another class than before.",
    remedy: "Give the classes new codes, or record a break in series on the day of the new bound.",
    find: |changes| {
        let mut found = class_findings(changes, |group| {
            let is_moved = group.change == ClassChange::Moved && !group.is_at_open_end;
            is_moved.then_some(&[Class::Semantic])
        });
        let explained: Vec<_> = found
            .iter()
            .flat_map(|found| found.explains.clone())
            .collect();
        // Bounds that are not numbers cannot be compared with others.
        let bounds = changes.attributes(Kind::Meaning);
        let bounds = bounds.filter(|bound| {
            matches!(bound.name, "class.lower" | "class.upper") && !explained.contains(&bound.index)
        });
        found.extend(bounds.map(|bound| bound.found()));
        found
    },
    example: Example {
        old: example::with_classes,
        new: |model| {
            let first = example::meaning(model, "fine_class", "1").class.as_mut();
            first.expect("a class").upper = Some("7".into());
            let second = example::meaning(model, "fine_class", "2").class.as_mut();
            second.expect("a class").lower = Some("7".into());
        },
    },
};
