//! V001: a variable was removed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V001",
    title: "a variable was removed",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::Undecided, Verdict::No, Verdict::Yes),
    why: "Files that have the column are not valid any more, and code that names it does not compile.",
    remedy: "Mark the variable as deprecated in one version, and remove it in a later one.",
    find: |changes| {
        let columns = changes.removed(Kind::Column);
        let columns = columns.filter(|column| !column.item.attributes.contains_key("deprecated"));
        columns
            .map(|column| column.removed(column.item.verdicts_of_removal()))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| drop(block(model, "loan").fields.remove(4)),
    },
};
