//! T006: a column of the key was removed.

use beraad_describe::Identity;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::item::{Kind, key_columns};
use crate::rule::{Example, Rule, unchanged};

/// Rows of one model may repeat under the key of the other one, in both directions.
const OF_REPLACED: Viewpoints = Viewpoints::new(
    Verdict::Undecided,
    Verdict::Undecided,
    Verdict::Yes,
    Verdict::No,
);

pub(super) static RULE: Rule = Rule {
    id: "T006",
    title: "a column of the key was removed",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Undecided, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "Rows that differed in that column alone are the same row in the new model. Joins by the old key name a column that does not identify rows any more; if another column took its place, such joins may give more rows, without an error.",
    remedy: "Check the stored data for rows that repeat under the new key before you use it.",
    find: |changes| {
        let keys = changes.attribute(Kind::Block, "identity.key");
        let keys = keys.filter(|key| key.old.is_some() && key.new.is_some());
        keys.filter_map(|key| {
            let (old, new) = (key_columns(key.old), key_columns(key.new));
            if old.iter().all(|name| new.contains(name)) {
                return None;
            }
            let is_replaced = new.iter().any(|name| !old.contains(name));
            Some(if is_replaced {
                // As for a column that was added: rows may repeat under the old key.
                key.found()
                    .classes(&[Class::Breaking, Class::Semantic])
                    .viewpoints(OF_REPLACED)
            } else {
                key.found().classes(&[Class::Breaking])
            })
        })
        .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| block(model, "member").identity = Identity::Key(vec!["person".into()]),
    },
};
