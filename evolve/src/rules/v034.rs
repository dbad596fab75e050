//! V034: the unit of a row in the source changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{label, variable};
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "V034",
    title: "the unit of a row in the source changed",
    is_about_words: true,
    classes: &[Class::Semantic, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "The value of a row was made from other rows of the source.",
    remedy: "Record a break in series. If only the words are new, accept the change as editorial.",
    find: |changes| changes.other_meanings("source_unit"),
    example: Example {
        old: |model| {
            variable(model, "loan", "renewals").source_unit =
                Some(label("per boek", "for each book"));
        },
        new: |model| {
            variable(model, "loan", "renewals").source_unit =
                Some(label("per lid", "for each member"));
        },
    },
};
