//! D016: the language of the decision changed.

use beraad_describe::Language;

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D016",
    title: "the language of the decision changed",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The phrases of the model are quotations in the language of the decision, and are those of a translation now, or were before.",
    remedy: "Quote the phrases from the text that has legal force.",
    find: |changes| {
        let found = changes.attribute(Kind::Decision, "languages.decision");
        found.map(|attribute| attribute.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.languages.decision = Language::FR,
    },
};
