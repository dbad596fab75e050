//! G002: an entry was removed from the glossary.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::shown::quoted;

pub(super) static RULE: Rule = Rule {
    id: "G002",
    title: "an entry was removed from the glossary",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The glossary explains words to readers; no check reads it.",
    remedy: "None is needed.",
    find: |changes| {
        let entries = changes.removed(Kind::GlossaryEntry);
        entries
            .map(|entry| Found::new(entry.index, quoted(entry.item.attributes.get("name"))))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.glossary.clear(),
    },
};
