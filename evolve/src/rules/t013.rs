//! T013: the universe changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{block, label};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "T013",
    title: "the universe changed",
    is_about_words: true,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "Values are there for other persons or units: shares and means have another denominator.",
    remedy: "Record a break in series at the day of the change. If only the words are new, accept the change as editorial.",
    find: |changes| {
        let blocks = changes.texts_in_other_words(Kind::Block, "universe");
        let columns = changes.texts_in_other_words(Kind::Column, "universe");
        blocks
            .chain(columns)
            .map(|(attribute, _)| attribute.found())
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            block(model, "loan").universe = Some(label("alle inwoners", "all inhabitants"));
        },
    },
};
