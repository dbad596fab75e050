//! C005: a code was ended.

use beraad_describe::{Date, Period};

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_periods::{PeriodChange, period_findings};
use crate::example;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C005",
    title: "a code was ended",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Rows before the end remain valid, and a row after it is not if its period is checked.",
    remedy: "This is how a code should disappear: its rows keep their label.",
    find: |changes| {
        period_findings(
            changes,
            PeriodChange::Ended,
            |_| &[Class::Risky],
            Verdict::Yes,
            None,
        )
    },
    example: Example {
        old: unchanged,
        new: |model| {
            example::meaning(model, "sex", "M").period =
                Period::new(None, Some(Date::ymd(2014, 12, 31)));
        },
    },
};
