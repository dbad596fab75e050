//! D029: relatives were added.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};
use crate::stated::relatives;

pub(super) static RULE: Rule = Rule {
    id: "D029",
    title: "relatives were added",
    is_about_words: false,
    classes: &[Class::Disclosure, Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The phrase extends to more persons, which the decision must allow.",
    remedy: "Name the amendment of the decision that allows it.",
    find: |changes| {
        let kinds = [Kind::Heading, Kind::Term].into_iter();
        let lists = kinds.flat_map(|kind| changes.attribute(kind, "relatives"));
        let found = lists.filter_map(|list| {
            let lists = relatives(&list.change.within);
            let is_added = lists
                .iter()
                .any(|(old, new)| new.iter().any(|name| !old.contains(name)));
            let is_removed = lists
                .iter()
                .any(|(old, new)| old.iter().any(|name| !new.contains(name)));
            let classes: &[Class] = if is_removed {
                &[Class::Breaking, Class::Disclosure]
            } else {
                &[Class::Disclosure]
            };
            let viewpoints = if is_removed {
                Viewpoints::OF_LESS_ALLOWED
            } else {
                Viewpoints::ALL_YES
            };
            is_added.then(|| list.found().classes(classes).viewpoints(viewpoints))
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            model.deliberation.headings[0].terms[0]
                .relatives
                .push("partner".into());
        },
    },
};
