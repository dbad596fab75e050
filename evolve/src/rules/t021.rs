//! T021: the unit that a row describes changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{block, label};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "T021",
    title: "the unit that a row describes changed",
    is_about_words: true,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "Every count of rows is a count of something else.",
    remedy: "Add a block for the other kind of rows. If only the words are new, accept the change as editorial.",
    find: |changes| {
        let texts = changes.texts_in_other_words(Kind::Block, "row_unit");
        texts.map(|(attribute, _)| attribute.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            block(model, "loan").row_unit =
                label("één lener per maand", "one borrower in one month");
        },
    },
};
