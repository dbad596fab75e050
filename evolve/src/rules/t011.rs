//! T011: the unit of analysis changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{block, label};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "T011",
    title: "the unit of analysis changed",
    is_about_words: true,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "A row describes another kind of unit: the same count is about other things.",
    remedy: "Add a block for the other unit. If only the words are new, accept the change as editorial.",
    find: |changes| {
        let texts = changes.texts_in_other_words(Kind::Block, "analysis_unit");
        texts.map(|(attribute, _)| attribute.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| block(model, "loan").analysis_unit = label("exemplaar", "copy"),
    },
};
