//! D043: a statement of the decision changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::label;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D043",
    title: "a statement of the decision changed",
    is_about_words: true,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Other words may be another condition for the use of the data, and no check reads them.",
    remedy: "Check the words against the text of the decision.",
    find: |changes| {
        let texts = changes.attribute(Kind::Statement, "text");
        texts
            .map(|text| Found::new(text.index, text.change_text()))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.statements[0].text = label("Altijd.", "Always."),
    },
};
