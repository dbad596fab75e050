//! T007: a column was added to the key.

use beraad_describe::Identity;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::item::{Kind, key_columns};
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "T007",
    title: "a column was added to the key",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Undecided, Verdict::Yes, Verdict::No),
    why: "Several rows may have the same values in the old key: joins by it give more rows, without an error.",
    remedy: "Join by the whole key, and record what a row is in `row_unit`.",
    find: |changes| {
        let keys = changes.attribute(Kind::Block, "identity.key");
        let keys = keys.filter(|key| key.old.is_some() && key.new.is_some());
        keys.filter(|key| {
            let (old, new) = (key_columns(key.old), key_columns(key.new));
            new.iter().any(|name| !old.contains(name))
        })
        .map(|key| key.found())
        .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            block(model, "member").identity =
                Identity::Key(vec!["person".into(), "year".into(), "sex".into()]);
        },
    },
};
