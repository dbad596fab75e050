//! D010: the committee changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::label;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D010",
    title: "the committee changed",
    is_about_words: true,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Another committee may mean another decision with other conditions.",
    remedy: "If the committee only has another name, note it in the review of this change.",
    find: |changes| {
        let texts = changes.attribute(Kind::Decision, "committee");
        texts
            .map(|text| Found::new(text.index, text.change_text()))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.committee = label("Raad", "Council"),
    },
};
