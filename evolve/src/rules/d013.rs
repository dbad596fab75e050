//! D013: an edition of the model was removed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::{Kind, items};
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D013",
    title: "an edition of the model was removed",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Readers of that language get another language, and a program that asks for the edition does not find it.",
    remedy: "Keep the edition, or announce its end in an earlier version.",
    find: |changes| {
        let found = changes
            .attribute(Kind::Decision, "languages.editions")
            .filter(|languages| {
                let (old, new) = (items(languages.old), items(languages.new));
                !old.is_subset(&new)
            });
        found.map(|languages| languages.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.languages.editions.truncate(1),
    },
};
