//! V038: a column moved to another block.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::followers::ColumnName;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, Single, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V038",
    title: "a column moved to another block",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::No, Verdict::Yes),
    why: "Files, rows and the Rust type of both blocks have other columns; the values are the same.",
    remedy: "Join the blocks to compare old and new data.",
    find: |changes| {
        let removed: Vec<_> = changes.removed(Kind::Column).collect();
        let mut taken = Vec::new();
        let (mut found, mut names) = (Vec::new(), Vec::new());
        for added in changes.added(Kind::Column) {
            let is_same = |old: &&Single<'_, '_>| {
                !taken.contains(&old.index)
                    && old.item.text("field") == "variable"
                    && ["name", "phrase.term", "value_type.kind"]
                        .iter()
                        .all(|name| old.item.text(name) == added.item.text(name))
                    && old.change.owner().new.text("id") != added.change.owner().new.text("id")
            };
            if let Some(old) = removed.iter().find(is_same) {
                taken.push(old.index);
                let from = old.change.owner().new.text("id");
                names.push(ColumnName {
                    old_block: from,
                    old: old.item.text("name"),
                    new_block: added.change.owner().new.text("id"),
                    new: added.item.text("name"),
                });
                let message = format!("from block {from}");
                found.push(Found::new(added.index, message).and([old.index]));
            }
        }
        // Constraints name the column with its block.
        for (place, index) in changes.that_name_columns(&names) {
            let found: &mut Found = &mut found[place];
            found.explains.push(index);
        }
        found
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let renewals = block(model, "loan").fields.remove(4);
            block(model, "member").fields.push(renewals);
        },
    },
};
