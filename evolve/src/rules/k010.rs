//! K010: a constraint has another id.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::{Item, Kind};
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "K010",
    title: "a constraint has another id",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Undecided, Verdict::Yes),
    why: "The condition is the same, but reports name it otherwise, and a program that looks for the old id does not find it.",
    remedy: "Keep the id of a constraint as long as its condition is the same.",
    find: |changes| {
        let mut found: Vec<Found> = Vec::new();
        for new in changes.added(Kind::Constraint) {
            let old = changes.removed(Kind::Constraint).find(|old| {
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
        new: |model| model.constraints[0].id = "known_reader".into(),
    },
};

/// Returns whether two constraints differ in their ids only.
fn is_same(old: &Item, new: &Item) -> bool {
    let rest = |item: &Item| {
        let mut attributes = item.attributes.clone();
        attributes.remove("id");
        attributes
    };
    rest(old) == rest(new)
}
