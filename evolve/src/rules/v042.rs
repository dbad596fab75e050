//! V042: the purpose of a column changed.

use beraad_describe::Role;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::role;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V042",
    title: "the purpose of a column changed",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "A number of the person of a row, of another unit, a period or a rank: joins by the column mean something else.",
    remedy: "Add a column for the other purpose.",
    find: |changes| {
        let roles = changes.attribute(Kind::Column, "role");
        roles.map(|role| role.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| role(model, "loan", "person").role = Role::Reference,
    },
};
