//! T008: the order of the key columns changed.

use beraad_describe::Identity;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "T008",
    title: "the order of the key columns changed",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The same columns identify a row; a program that sorts by the key sorts in another order.",
    remedy: "Keep the order, unless the new one is that of the files.",
    find: |changes| {
        let keys = changes.attribute(Kind::Block, "identity.key");
        let keys = keys.filter(|key| key.old.is_some() && key.new.is_some());
        keys.map(|key| key.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            block(model, "member").identity = Identity::Key(vec!["year".into(), "person".into()]);
        },
    },
};
