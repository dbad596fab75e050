//! S005: a subject has another id.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::{Item, Kind};
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "S005",
    title: "a subject has another id",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Undecided, Verdict::Yes),
    why: "The units are the same, but types and constraints name the subject otherwise.",
    remedy: "Keep the id of a subject as long as its units are the same.",
    find: |changes| {
        let mut found: Vec<Found> = Vec::new();
        for new in changes.added(Kind::Subject) {
            let old = changes.removed(Kind::Subject).find(|old| {
                found
                    .iter()
                    .all(|found| !found.explains.contains(&old.index))
                    && is_same(old.item, new.item)
            });
            if let Some(old) = old {
                let message = format!("{} -> {}", old.item.name(), new.item.name());
                found.push(Found::new(new.index, message).and([old.index]));
            }
        }
        found
    },
    example: Example {
        old: unchanged,
        new: |model| model.subjects[0].id = "reader".into(),
    },
};

/// Returns whether two subjects differ in their ids only.
fn is_same(old: &Item, new: &Item) -> bool {
    let rest = |item: &Item| {
        let mut attributes = item.attributes.clone();
        attributes.remove("id");
        attributes
    };
    rest(old) == rest(new)
}
