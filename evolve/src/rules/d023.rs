//! D023: only less precise dates are allowed.

use beraad_describe::Grain;

use crate::class::{Class, Viewpoints};
use crate::rule::{Example, Found, Rule, unchanged};
use crate::stated::{Difference, Stated};

pub(super) static RULE: Rule = Rule {
    id: "D023",
    title: "only less precise dates are allowed",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::OF_LESS_ALLOWED,
    why: "A column with finer dates has no basis any more, and the model does not compile until its type is coarser.",
    remedy: "Make the dates of the columns coarser too, and announce it to users of the data.",
    find: |changes| {
        let stated = changes.stated().filter(|change| {
            change.stated.property == "dates" && change.stated.difference() == Difference::Coarser
        });
        stated
            .map(|change| {
                let Stated { old, new, .. } = &change.stated;
                // The phrases of columns repeat what the decision says.
                let place = &changes.all[change.index];
                let columns = changes.columns_below(place, "phrase.dates", Some((old, new)));
                Found::new(change.index, change.stated.both_values()).and(columns)
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.paragraphs[0].dates = Some(Grain::Year),
    },
};
