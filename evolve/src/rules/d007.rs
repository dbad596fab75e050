//! D007: the day of the decision changed.

use beraad_describe::Date;

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D007",
    title: "the day of the decision changed",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Another day may mean another decision with other conditions.",
    remedy: "Check that the day was wrong before; state an amendment as such.",
    find: |changes| {
        let found = changes.attribute(Kind::Decision, "dated");
        found.map(|attribute| attribute.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.dated = Date::ymd(2020, 2, 3),
    },
};
