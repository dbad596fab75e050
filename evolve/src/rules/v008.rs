//! V008: the order of the columns changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V008",
    title: "the order of the columns changed",
    is_about_words: false,
    classes: &[Class::Doc, Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Undecided, Verdict::Yes),
    why: "Columns are found by their names. A format by position, such as fixed width or postcard, reads other values.",
    remedy: "Write data with names, or keep the order.",
    find: |changes| {
        let orders = changes.orders(Kind::Column);
        orders
            .map(|(index, change)| Found::new(index, change.changed_order(Kind::Column)))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| block(model, "loan").fields.swap(3, 4),
    },
};
