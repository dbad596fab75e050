//! D025: amounts are allowed in classes only.

use beraad_describe::Amounts;

use crate::class::{Class, Viewpoints};
use crate::rule::{Example, Found, Rule};
use crate::stated::Difference;

pub(super) static RULE: Rule = Rule {
    id: "D025",
    title: "amounts are allowed in classes only",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::OF_LESS_ALLOWED,
    why: "A column with exact amounts has no basis any more, and the model does not compile until it has classes.",
    remedy: "Give the columns classes too, and announce it to users of the data.",
    find: |changes| {
        let stated = changes.stated().filter(|change| {
            change.stated.property == "amounts" && change.stated.difference() == Difference::Coarser
        });
        stated
            .map(|change| Found::new(change.index, change.stated.both_values()))
            .collect()
    },
    example: Example {
        old: |model| model.deliberation.paragraphs[0].amounts = Some(Amounts::Exact),
        new: |model| model.deliberation.paragraphs[0].amounts = Some(Amounts::Classes),
    },
};
