//! V025: the label changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{label, variable};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "V025",
    title: "the label changed",
    is_about_words: true,
    classes: &[Class::Semantic, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "If the label has other words in every language, people read another thing under the same name. In some languages, it is a correction of a translation.",
    remedy: "If the meaning is the same, accept the change as editorial.",
    find: |changes| {
        let columns = changes.texts_in_other_words(Kind::Column, "label");
        let blocks = changes.texts_in_other_words(Kind::Block, "label");
        columns
            .chain(blocks)
            .map(|(attribute, change)| {
                if change == TextChange::SomeLanguages {
                    attribute
                        .found()
                        .classes(&[Class::Doc])
                        .viewpoints(Viewpoints::ALL_YES)
                        .remedy("Check the translations against each other.")
                } else {
                    attribute.found().classes(&[Class::Semantic])
                }
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            variable(model, "loan", "renewals").label = label("Aantal boeken", "Number of books");
        },
    },
};
