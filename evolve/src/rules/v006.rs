//! V006: a column was removed, and one that is like it added.

use crate::change::What;
use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::followers::ColumnName;
use crate::item::Kind;
use crate::moves::{likely_renames, moves};
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V006",
    title: "a column was removed, and one that is like it added",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::No, Verdict::Undecided),
    why: "It looks like a rename: both columns carry out the same phrase, have the same label and values of the same kind. The model does not state it, and files have another column. What else differs between the two is reported too.",
    remedy: "If it is a rename, say so: `renamed_from` of the new column names the old one. It is reported as V005 then.",
    find: |changes| {
        let (mut found, mut names) = (Vec::new(), Vec::new());
        for rename in likely_renames(&changes.all, &moves(&changes.all)) {
            let (What::Removed(old), What::Added(new)) = (
                changes.all[rename.removed].what,
                changes.all[rename.added].what,
            ) else {
                continue;
            };
            if changes.is_explained[rename.removed] || changes.is_explained[rename.added] {
                continue;
            }
            let block = changes.all[rename.added].owner().new.text("id");
            names.push(ColumnName {
                old_block: block,
                old: old.text("name"),
                new_block: block,
                new: new.text("name"),
            });
            // Everything else that differs has findings of its own, as it has when the model states the rename.
            let parts = changes.attributes(Kind::Column).filter(|attribute| {
                std::ptr::eq(attribute.pair().new, new)
                    && ["name", "renamed_from"].contains(&attribute.name)
            });
            let parts = parts.map(|attribute| attribute.index);
            let message = format!("was it {:?}?", old.text("name"));
            let found_here = Found::new(rename.added, message)
                .and([rename.removed])
                .and(parts);
            let (of_added, of_removed) = (new.verdicts_of_addition(), old.verdicts_of_removal());
            found.push(
                found_here.viewpoints(Viewpoints::new(
                    of_removed
                        .old_data_in_new_model
                        .and(of_added.old_data_in_new_model),
                    of_removed
                        .new_data_in_old_model
                        .and(of_added.new_data_in_old_model),
                    Verdict::No,
                    Verdict::Undecided,
                )),
            );
        }
        // What names the column, and is the same otherwise, follows from the rename.
        for (place, index) in changes.that_name_columns(&names) {
            let found: &mut Found = &mut found[place];
            found.explains.push(index);
        }
        found
    },
    example: Example {
        old: unchanged,
        new: |model| variable(model, "loan", "renewals").id = "extensions".into(),
    },
};
