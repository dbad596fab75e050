//! D012: the purpose of the data changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::label;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D012",
    title: "the purpose of the data changed",
    is_about_words: true,
    classes: &[Class::Disclosure],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The data are used for something else, which the decision must allow.",
    remedy: "Name the amendment of the decision that allows it.",
    find: |changes| {
        let texts = changes.attribute(Kind::Decision, "purpose");
        texts
            .map(|text| Found::new(text.index, text.change_text()))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.purpose = label("onderzoek", "research"),
    },
};
