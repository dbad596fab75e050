//! S005: the id of a subject changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::other_id::found_other_ids;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "S005",
    title: "the id of a subject changed",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Undecided, Verdict::Yes),
    why: "The units are the same, but types and constraints name the subject otherwise.",
    remedy: "Keep the id of a subject as long as its units are the same.",
    find: |changes| found_other_ids(changes, Kind::Subject),
    example: Example {
        old: unchanged,
        new: |model| model.subjects[0].id = "reader".into(),
    },
};
