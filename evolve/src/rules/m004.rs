//! M004: the order of parts of the decision, rules, constraints, breaks, subjects or entries changed.

use strum::VariantArray;

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "M004",
    title: "the order of parts of the decision, rules, constraints, breaks, subjects or entries changed",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The order decides where readers find a part, and no check depends on it.",
    remedy: "None is needed.",
    find: |changes| {
        // The others have rules of their own.
        let kinds = Kind::VARIANTS.iter().copied().filter(|kind| {
            !matches!(
                kind,
                Kind::Block | Kind::Column | Kind::CodeList | Kind::Code | Kind::Meaning
            )
        });
        let orders = kinds.flat_map(|kind| {
            let orders = changes.orders(kind);
            orders.map(move |(index, change)| {
                Found::new(index, format!("{kind} {}", change.changed_order(kind)))
            })
        });
        orders.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.headings.reverse(),
    },
};
