//! V013: the definition changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{label, variable};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V013",
    title: "the definition changed",
    is_about_words: true,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "The values mean something else, and nothing else shows it.",
    remedy: "Record a break in series at the day of the change. If the meaning is the same, accept the change as editorial.",
    find: |changes| {
        let columns = changes.texts_in_other_words(Kind::Column, "definition");
        let blocks = changes.texts_in_other_words(Kind::Block, "definition");
        columns
            .chain(blocks)
            .map(|(attribute, _)| attribute.found())
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            variable(model, "loan", "renewals").definition = label(
                "Alle verlengingen, ook die van anderen.",
                "All extensions, those by others too.",
            );
        },
    },
};
