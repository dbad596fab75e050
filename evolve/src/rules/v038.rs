//! V038: a column moved to another block.

use crate::change::What;
use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::followers::ColumnName;
use crate::item::Kind;
use crate::moves::moves;
use crate::rule::{Example, Found, Rule, unchanged};

/// The attributes of a column that change with its block.
const PARTS: [&str; 6] = [
    "name",
    "renamed_from",
    "phrase.paragraph",
    "phrase.heading",
    "phrase.dates",
    "phrase.disputed",
];

pub(super) static RULE: Rule = Rule {
    id: "V038",
    title: "a column moved to another block",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::No, Verdict::Yes),
    why: "Files, rows and the Rust type of both blocks have other columns; the values are the same.",
    remedy: "Join the blocks to compare old and new data.",
    find: |changes| {
        let (mut found, mut names) = (Vec::new(), Vec::new());
        for moved in moves(&changes.all) {
            let (What::Removed(old), What::Added(new)) = (
                changes.all[moved.removed].what,
                changes.all[moved.added].what,
            ) else {
                continue;
            };
            if changes.is_explained[moved.removed] || changes.is_explained[moved.added] {
                continue;
            }
            let block = |index: usize| changes.all[index].owner().new.text("id");
            let (from, old_name) = (block(moved.removed), old.text("name"));
            let message = if old_name == new.text("name") {
                format!("from block {from}")
            } else {
                format!("from block {from}, where its name was {old_name:?}")
            };
            names.push(ColumnName {
                old_block: from,
                old: old_name,
                new_block: block(moved.added),
                new: new.text("name"),
            });
            // The name is part of the move, and so is the place of the same phrase. Everything else has findings of its own.
            let parts = changes.attributes(Kind::Column).filter(|attribute| {
                std::ptr::eq(attribute.pair().new, new) && PARTS.contains(&attribute.name)
            });
            let parts = parts.map(|attribute| attribute.index);
            found.push(
                Found::new(moved.added, message)
                    .and([moved.removed])
                    .and(parts),
            );
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
