//! K002: a constraint was removed.

use super::k001::looser;
use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::shown::quoted;

pub(super) static RULE: Rule = Rule {
    id: "K002",
    title: "a constraint was removed",
    is_about_words: false,
    classes: &[Class::Compatible],
    viewpoints: Viewpoints::OF_LOOSER_CHECK.with_rust_api(Verdict::Undecided),
    why: "All data that met it are accepted as before. A check of a single row does not read constraints.",
    remedy: "Inform users who rely on the condition.",
    find: |changes| {
        let constraints = changes.removed(Kind::Constraint);
        constraints
            .map(|constraint| {
                let message = quoted(constraint.item.attributes.get("message"));
                let (_, viewpoints) = looser(constraint.item);
                Found::new(constraint.index, message)
                    .viewpoints(viewpoints.with_rust_api(Verdict::Undecided))
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.constraints.clear(),
    },
};
