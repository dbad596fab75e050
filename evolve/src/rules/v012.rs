//! V012: a text has the same words, or one more language.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{label, variable};
use crate::rule::{Example, Found, Rule, unchanged};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "V012",
    title: "a text has the same words, or one more language",
    is_about_words: true,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Capitals, spaces, punctuation or a translation: the meaning is the same.",
    remedy: "None is needed.",
    find: |changes| {
        let texts = changes.texts();
        let same = texts.filter(|(_, change)| {
            matches!(change, TextChange::Spelling | TextChange::LanguageAdded)
        });
        same.map(|(attribute, _)| {
            Found::new(
                attribute.index,
                format!("{}: {}", attribute.name, attribute.change_text()),
            )
        })
        .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            variable(model, "loan", "renewals").definition = label(
                "hoe vaak de termijn is verlengd",
                "how often the term was extended",
            );
        },
    },
};
