//! D005: the number of the decision changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D005",
    title: "the number of the decision changed",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::new(
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::Yes,
        Verdict::Yes,
    ),
    why: "Arrow and Parquet files name the decision of their rows, and are not read as rows of another one. Rows without that name remain valid.",
    remedy: "Make a model of its own for another decision. If the number was wrong, write the files again.",
    find: |changes| {
        let found = changes.attribute(Kind::Decision, "number");
        found.map(|attribute| attribute.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.number = "20/002".into(),
    },
};
