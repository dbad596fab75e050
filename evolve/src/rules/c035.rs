//! C035: the order of code lists or of meanings changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C035",
    title: "the order of code lists or of meanings changed",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Each is found by its id or by its period.",
    remedy: "None is needed.",
    find: |changes| {
        let lists = changes.orders(Kind::CodeList);
        let orders = lists.chain(changes.orders(Kind::Meaning));
        let found = orders.map(|(index, change)| {
            let kind = match change.owner().new.kind {
                Kind::Model => Kind::CodeList,
                _ => Kind::Meaning,
            };
            Found::new(index, change.changed_order(kind))
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| example::code(model, "department", "01").meanings.reverse(),
    },
};
