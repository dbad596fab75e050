//! V002: a deprecated variable was removed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{block, label, variable};
use crate::item::Kind;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "V002",
    title: "a deprecated variable was removed",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::Undecided, Verdict::No, Verdict::Yes),
    why: "An earlier version said that it would be removed. Files that have the column are not valid any more.",
    remedy: "None is needed, if the users of the data had the time to change.",
    find: |changes| {
        let columns = changes.removed(Kind::Column);
        columns
            .map(|column| column.removed(column.item.verdicts_of_removal()))
            .collect()
    },
    example: Example {
        old: |model| {
            variable(model, "loan", "renewals").deprecated = Some(label("niet meer", "no longer"));
        },
        new: |model| drop(block(model, "loan").fields.remove(4)),
    },
};
