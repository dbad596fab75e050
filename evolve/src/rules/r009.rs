//! R009: a rule has another id.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::item::{Item, Kind};
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "R009",
    title: "a rule has another id",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The same rows violate it, but reports name the violation otherwise, and a program that looks for the old id does not find it.",
    remedy: "Keep the id of a rule as long as its condition is the same.",
    find: |changes| {
        let mut found: Vec<Found> = Vec::new();
        for new in changes.added(Kind::Rule) {
            let old = changes.removed(Kind::Rule).find(|old| {
                std::ptr::eq(old.change.owner().new, new.change.owner().new)
                    && found
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
        new: |model| block(model, "loan").rules[0].id = "order".into(),
    },
};

/// Returns whether two rules differ in their ids only.
fn is_same(old: &Item, new: &Item) -> bool {
    let rest = |item: &Item| {
        let mut attributes = item.attributes.clone();
        attributes.remove("id");
        attributes
    };
    rest(old) == rest(new)
}
