//! C048: the meanings of a code were added or removed.

use beraad_describe::Meaning;

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_periods::{PeriodChange, period_findings};
use crate::example;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "C048",
    title: "the meanings of a code were added or removed",
    is_about_words: false,
    classes: &[Class::Compatible, Class::Risky, Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "A code without a meaning is valid at all times and has no label.",
    remedy: "Describe what the code means, as far as its source says.",
    find: |changes| {
        period_findings(
            changes,
            PeriodChange::AnyMeaning,
            |data| match (data.old, data.new) {
                (Verdict::No, _) => &[Class::Breaking],
                (_, Verdict::No) => &[Class::Risky],
                _ => &[Class::Compatible],
            },
            Verdict::Yes,
            None,
        )
    },
    example: Example {
        old: |model| example::code(model, "sex", "M").meanings.clear(),
        new: |model| {
            example::code(model, "sex", "M").meanings =
                vec![Meaning::new(example::label("man", "man"))];
        },
    },
};
