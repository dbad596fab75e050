//! K002: a constraint was removed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::shown::quoted;

pub(super) static RULE: Rule = Rule {
    id: "K002",
    title: "a constraint was removed",
    is_about_words: false,
    classes: &[Class::Compatible],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Undecided, Verdict::Yes),
    why: "All data that met it are accepted as before. A check of a single row does not read constraints.",
    remedy: "Inform users who rely on the condition.",
    find: |changes| {
        let constraints = changes.removed(Kind::Constraint);
        constraints
            .map(|constraint| {
                Found::new(
                    constraint.index,
                    quoted(constraint.item.attributes.get("message")),
                )
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.constraints.clear(),
    },
};
