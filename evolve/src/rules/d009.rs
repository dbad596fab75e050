//! D009: an amendment of the decision was removed, or has another day.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D009",
    title: "an amendment of the decision was removed, or has another day",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "What the amendment allowed may have no basis any more.",
    remedy: "Check that the day was wrong before.",
    find: |changes| {
        let found = changes.attribute(Kind::Decision, "amended");
        found.map(|attribute| attribute.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.amended.clear(),
    },
};
