//! T002: a block was added.

use beraad_describe::example_model;

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule};

pub(super) static RULE: Rule = Rule {
    id: "T002",
    title: "a block was added",
    is_about_words: false,
    classes: &[Class::Disclosure, Class::Compatible],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::No, Verdict::Yes, Verdict::Yes),
    why: "The data have rows that they did not have; the decision must name their heading. Files of the new block have no place in the old model.",
    remedy: "Name the decision that authorises the block when you accept the change.",
    find: |changes| {
        let blocks = changes.added(Kind::Block);
        blocks
            .map(|block| Found::new(block.index, block.item.text("heading")))
            .collect()
    },
    example: Example {
        old: |model| model.blocks.truncate(1),
        new: |model| model.blocks.push(example_model().blocks.remove(1)),
    },
};
