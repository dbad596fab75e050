//! D027: the day of the state of yearly rows changed.

use beraad_describe::YearlyStates;

use crate::class::{Class, Verdict, Viewpoints};
use crate::observed;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::stated::Difference;

pub(super) static RULE: Rule = Rule {
    id: "D027",
    title: "the day of the state of yearly rows changed",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::Yes,
        Verdict::Undecided,
    ),
    why: "The same year is the state of another day, which may have other codes and may be the year before the window.",
    remedy: "Record a break in series, or note that the day was always this one.",
    find: |changes| {
        let stated = changes.stated().filter(|change| {
            change.stated.property == "yearly_states"
                && change.stated.difference() == Difference::Other
        });
        stated
            .map(|change| {
                let found = Found::new(change.index, change.stated.both_values());
                found.viewpoints(observed::viewpoints_of_states(changes, Verdict::Undecided))
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.paragraphs[1].yearly_states = Some(YearlyStates::YearEnd),
    },
};
