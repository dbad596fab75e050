//! D022: more precise dates were allowed.

use beraad_describe::Grain;

use crate::class::{Class, Verdict, Viewpoints};
use crate::rule::{Example, Found, Rule, unchanged};
use crate::stated::{Difference, Stated};

pub(super) static RULE: Rule = Rule {
    id: "D022",
    title: "more precise dates were allowed",
    is_about_words: false,
    classes: &[Class::Disclosure],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Dates may be finer than before, which the decision must allow. Rows change only with the types of columns.",
    remedy: "Name the amendment of the decision that allows it.",
    find: |changes| {
        let stated = changes.stated().filter(|change| {
            change.stated.property == "dates" && change.stated.difference() == Difference::Finer
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
        new: |model| model.deliberation.headings[0].terms[1].precision = Some(Grain::Day),
    },
};
