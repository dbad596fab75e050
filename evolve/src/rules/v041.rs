//! V041: a group without columns was added or removed.

use beraad_describe::{Field, Group};

use crate::change::What;
use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V041",
    title: "a group without columns was added or removed",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Undecided, Verdict::Yes),
    why: "It has no column, so that no row and no file changes.",
    remedy: "Remove a group that has no columns.",
    find: |changes| {
        let added = changes.added(Kind::Column);
        let removed = changes.removed(Kind::Column);
        let groups = added
            .chain(removed)
            .filter(|column| column.item.text("field") == "empty group");
        groups
            .map(|column| {
                let found = Found::new(column.index, column.item.prefix());
                match column.change.what {
                    What::Removed(_) => found.remedy("None is needed."),
                    _ => found,
                }
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            block(model, "loan")
                .fields
                .push(Field::Group(Group::new("place_", Vec::new())));
        },
    },
};
