//! D011: the recipient of the data changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::label;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D011",
    title: "the recipient of the data changed",
    is_about_words: true,
    classes: &[Class::Disclosure],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Other persons receive the data, which the decision must allow.",
    remedy: "Name the amendment of the decision that allows it.",
    find: |changes| {
        let texts = changes.attribute(Kind::Decision, "recipient");
        texts
            .map(|text| Found::new(text.index, text.change_text()))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.recipient = label("Bureau", "Office"),
    },
};
