//! T001: a block was removed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

const VIEWPOINTS: Viewpoints =
    Viewpoints::new(Verdict::No, Verdict::Yes, Verdict::No, Verdict::Yes);

pub(super) static RULE: Rule = Rule {
    id: "T001",
    title: "a block was removed",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Risky],
    viewpoints: VIEWPOINTS,
    why: "Its files, its Rust type and every join with it have no place in the new model.",
    remedy: "Mark the block as deprecated in one version, and remove it in a later one.",
    find: |changes| {
        let blocks = changes.removed(Kind::Block);
        let found = blocks.map(|block| block.removed(VIEWPOINTS).of_deprecated(block.item));
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.blocks.truncate(1),
    },
};
