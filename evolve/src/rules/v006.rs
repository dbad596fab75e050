//! V006: a column was removed, and one that is like it added.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::followers::ColumnName;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, Single, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V006",
    title: "a column was removed, and one that is like it added",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::No, Verdict::Undecided),
    why: "It looks like a rename: both columns carry out the same phrase and have the same type. The model does not state it, and files have another column.",
    remedy: "If it is a rename, say so: `renamed_from` of the new column names the old one. It is reported as V005 then.",
    find: |changes| {
        let removed: Vec<_> = changes.removed(Kind::Column).collect();
        let mut taken = Vec::new();
        let (mut found, mut names) = (Vec::new(), Vec::new());
        for added in changes.added(Kind::Column) {
            let is_alike = |old: &&Single<'_, '_>| {
                !taken.contains(&old.index)
                    && old.item.text("field") == added.item.text("field")
                    && old.item.text("phrase.term") == added.item.text("phrase.term")
                    && old.item.text("value_type.kind") == added.item.text("value_type.kind")
                    && old.item.attributes.get("phrase.relative")
                        == added.item.attributes.get("phrase.relative")
                    && old.item.attributes.get("label") == added.item.attributes.get("label")
                    && std::ptr::eq(old.change.owner().new, added.change.owner().new)
            };
            if let Some(old) = removed.iter().find(is_alike) {
                taken.push(old.index);
                let block = added.change.owner().new.text("id");
                names.push(ColumnName {
                    old_block: block,
                    old: old.item.text("name"),
                    new_block: block,
                    new: added.item.text("name"),
                });
                let message = format!("was it {:?}?", old.item.text("name"));
                let found_here = Found::new(added.index, message).and([old.index]);
                let (of_added, of_removed) = (
                    added.item.verdicts_of_addition(),
                    old.item.verdicts_of_removal(),
                );
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
