//! D014: an edition of the model was added.

use beraad_describe::Language;

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::{Kind, items};
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D014",
    title: "an edition of the model was added",
    is_about_words: false,
    classes: &[Class::Compatible],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Each text has one more language, and the others are as they were.",
    remedy: "None is needed.",
    find: |changes| {
        let found = changes
            .attribute(Kind::Decision, "languages.editions")
            .filter(|languages| {
                let (old, new) = (items(languages.old), items(languages.new));
                old.is_subset(&new) && old != new
            });
        found.map(|languages| languages.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.languages.editions.push(Language::FR),
    },
};
