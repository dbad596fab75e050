//! R007: the message of a rule changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{block, label};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "R007",
    title: "the message of a rule changed",
    is_about_words: true,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The expression decides about rows; the message explains it.",
    remedy: "Check that the message says what the expression says.",
    find: |changes| {
        let texts = changes.attribute(Kind::Rule, "message");
        texts
            .map(|text| Found::new(text.index, text.change_text()))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| block(model, "loan").rules[0].message = label("eerst lenen", "borrow first"),
    },
};
