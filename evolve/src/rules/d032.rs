//! D032: a phrase was removed.

use super::d031::stated_for;
use crate::class::{Class, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D032",
    title: "a phrase was removed",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::OF_LESS_ALLOWED,
    why: "The columns that carry it out have no basis any more, and their declarations do not compile.",
    remedy: "Remove the columns in the same version, and destroy their data.",
    find: |changes| {
        let terms = changes.removed(Kind::Term);
        terms
            .map(|term| Found::new(term.index, stated_for(&term, |pair| pair.old)))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| drop(model.deliberation.headings[0].terms.pop()),
    },
};
