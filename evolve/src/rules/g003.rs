//! G003: an entry of the glossary changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "G003",
    title: "an entry of the glossary changed",
    is_about_words: true,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The glossary explains words to readers; no check reads it.",
    remedy: "None is needed.",
    find: |changes| {
        let attributes = changes.attributes(Kind::GlossaryEntry);
        attributes
            .map(|attribute| {
                Found::new(
                    attribute.index,
                    format!("{}: {}", attribute.name, attribute.change_text()),
                )
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.glossary[0].explanation = None,
    },
};
