//! C049: the reason why a value is missing changed.

use beraad_describe::MissingReason;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C049",
    title: "the reason why a value is missing changed",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "The value is missing as before, and counts of the reasons, such as refusals, are of other rows.",
    remedy: "Count the reasons together where you compare series across the change.",
    find: |changes| {
        let reasons = changes.attribute(Kind::Meaning, "missing");
        reasons.map(|reason| reason.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            example::meaning(model, "department", "").missing = Some(MissingReason::Unknown);
        },
    },
};
