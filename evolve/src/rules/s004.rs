//! S004: the definition of a subject changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::label;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "S004",
    title: "the definition of a subject changed",
    is_about_words: true,
    classes: &[Class::Risky, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "In other words in all languages, the serial numbers may identify other units.",
    remedy: "Give another kind of unit another subject.",
    find: |changes| {
        let texts = changes.attribute(Kind::Subject, "definition");
        texts
            .map(|text| {
                let is_all = text.text_change() == TextChange::AllLanguages;
                let found = Found::new(text.index, text.change_text());
                if is_all {
                    let undecided = Viewpoints::new(
                        Verdict::Yes,
                        Verdict::Yes,
                        Verdict::Yes,
                        Verdict::Undecided,
                    );
                    found.classes(&[Class::Risky]).viewpoints(undecided)
                } else {
                    found.classes(&[Class::Doc])
                }
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.subjects[0].definition = Some(label("Een lid.", "A member.")),
    },
};
