//! T020: the column of the observation period changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "T020",
    title: "the column of the observation period changed",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::Yes,
        Verdict::No,
    ),
    why: "Rows belong to another time: codes are read at another day, and the window is checked against another column.",
    remedy: "Add a block for rows of the other period.",
    find: |changes| {
        let changed = changes.attribute(Kind::Block, "observation_period");
        changed.map(|attribute| attribute.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| block(model, "loan").observation_period = Some("loan_month".into()),
    },
};
