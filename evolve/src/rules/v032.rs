//! V032: a break in series changed.

use beraad_describe::SeriesBreak;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{label, variable};
use crate::item::Kind;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "V032",
    title: "a break in series changed",
    is_about_words: true,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Undecided),
    why: "Its moment, its description or its advice changed: other values may be compared.",
    remedy: "Check the analyses that rely on the break.",
    find: |changes| {
        let breaks = changes.attributes(Kind::Break);
        breaks.map(|attribute| attribute.found()).collect()
    },
    example: Example {
        old: |model| {
            let from = "2012".parse().expect("a year");
            let new_rules = SeriesBreak::new(from, label("andere telling", "another count"));
            variable(model, "loan", "renewals").breaks = vec![new_rules];
        },
        new: |model| {
            variable(model, "loan", "renewals").breaks[0].from = "2013".parse().expect("a year");
        },
    },
};
