//! T012: the relation of the rows to time changed.

use beraad_describe::Temporality;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "T012",
    title: "the relation of the rows to time changed",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::Yes,
        Verdict::No,
    ),
    why: "A state on one day, an amount over a period and an event are counted and compared in different ways, and a code may be read at another day.",
    remedy: "Add a block for the other kind of rows.",
    find: |changes| {
        let changed = changes.attribute(Kind::Block, "temporality");
        changed.map(|attribute| attribute.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| block(model, "loan").temporality = Temporality::Accumulated,
    },
};
