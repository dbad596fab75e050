//! C017: a code became a missing value, or a value.

use beraad_describe::MissingReason;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C017",
    title: "a code became a missing value, or a value",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "Shares and averages are of other rows than before, since a missing value does not count.",
    remedy: "Compare series with the same codes left out on both sides.",
    find: |changes| {
        let reasons = changes.attribute(Kind::Meaning, "missing");
        let kind = reasons.filter(|reason| reason.old.is_none() || reason.new.is_none());
        kind.map(|reason| reason.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            example::meaning(model, "sex", "V").missing = Some(MissingReason::Unknown);
        },
    },
};
