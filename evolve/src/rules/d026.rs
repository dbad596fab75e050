//! D026: the provider of the variables changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::rule::{Example, Found, Rule, unchanged};
use crate::stated::Difference;

pub(super) static RULE: Rule = Rule {
    id: "D026",
    title: "the provider of the variables changed",
    is_about_words: true,
    classes: &[Class::Semantic, Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Undecided),
    why: "Another source may count or define the same variable in another way, and no check sees it.",
    remedy: "Record a break in series for the day from which the other institution provides the data.",
    find: |changes| {
        let stated = changes.stated().filter(|change| {
            change.stated.property == "provider" && change.stated.difference() == Difference::Other
        });
        stated
            .map(|change| {
                let found = Found::new(change.index, change.stated.both_values());
                if change.stated.old.is_empty() || change.stated.new.is_empty() {
                    found.classes(&[Class::Risky])
                } else {
                    found.classes(&[Class::Semantic])
                }
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.paragraphs[0].provider = Some("Archief".into()),
    },
};
