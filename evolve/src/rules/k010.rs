//! K010: the id of a constraint changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::other_id::found_other_ids;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "K010",
    title: "the id of a constraint changed",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Undecided, Verdict::Yes),
    why: "The condition is the same, but reports name it otherwise, and a program that looks for the old id does not find it.",
    remedy: "Keep the id of a constraint as long as its condition is the same.",
    find: |changes| found_other_ids(changes, Kind::Constraint),
    example: Example {
        old: unchanged,
        new: |model| model.constraints[0].id = "known_reader".into(),
    },
};
