//! T022: the order of the blocks changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "T022",
    title: "the order of the blocks changed",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The codebook and the lists of blocks show them in another order.",
    remedy: "None is needed.",
    find: |changes| {
        let orders = changes.orders(Kind::Block);
        orders
            .map(|(index, change)| Found::new(index, change.changed_order(Kind::Block)))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.blocks.reverse(),
    },
};
