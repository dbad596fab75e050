//! D017: other languages of the texts changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::{Kind, items};
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D017",
    title: "other languages of the texts changed",
    is_about_words: false,
    classes: &[Class::Risky, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "A removed language is missing for its readers; an added one changes nothing for others.",
    remedy: "Keep a language as long as texts in it exist.",
    find: |changes| {
        let found = changes.attribute(Kind::Decision, "languages.others");
        found
            .map(|languages| {
                let (old, new) = (items(languages.old), items(languages.new));
                let found = languages.found();
                if old.is_subset(&new) {
                    found.classes(&[Class::Doc]).remedy("None is needed.")
                } else {
                    found.classes(&[Class::Risky])
                }
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.languages.others.clear(),
    },
};
