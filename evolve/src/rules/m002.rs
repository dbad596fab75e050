//! M002: a text has the same words in another spelling, or was translated.

use beraad_describe::Language;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::label;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "M002",
    title: "a text has the same words in another spelling, or was translated",
    is_about_words: true,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Capitals, punctuation, spaces or another language do not change what a text says.",
    remedy: "None is needed.",
    find: |changes| {
        let texts = changes.texts_of_decision().filter(|text| {
            matches!(
                text.text_change(),
                TextChange::Spelling | TextChange::LanguageAdded
            )
        });
        texts
            .map(|text| Found::new(text.index, format!("{}: {}", text.name, text.change_text())))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            model.subjects[0].name = label("Persoon", "Person.").with(Language::FR, "personne");
        },
    },
};
