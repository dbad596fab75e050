//! G001: an entry was added to the glossary.

use beraad_describe::GlossaryEntry;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::label;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::shown::quoted;

pub(super) static RULE: Rule = Rule {
    id: "G001",
    title: "an entry was added to the glossary",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The glossary explains words to readers; no check reads it.",
    remedy: "None is needed.",
    find: |changes| {
        let entries = changes.added(Kind::GlossaryEntry);
        entries
            .map(|entry| Found::new(entry.index, quoted(entry.item.attributes.get("name"))))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let entry = GlossaryEntry::new(
                "eu",
                vec!["EU".into()],
                label("Europese Unie", "European Union"),
            );
            model.glossary.push(entry);
        },
    },
};
