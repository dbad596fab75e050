//! D044: the topic or paragraph of a statement changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D044",
    title: "the topic or paragraph of a statement changed",
    is_about_words: true,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The topic and the paragraph help readers to find the statement, whose text did not change.",
    remedy: "None is needed.",
    find: |changes| {
        let attributes = changes.attributes(Kind::Statement);
        let found = attributes.filter(|attribute| matches!(attribute.name, "topic" | "paragraph"));
        found
            .map(|attribute| {
                Found::new(
                    attribute.index,
                    format!("{}: {}", attribute.name, attribute.change_text()),
                )
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.statements[0].paragraph = Some("6".into()),
    },
};
