//! C007: a code is valid on fewer days.

use beraad_describe::{Date, Period};

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_periods::{PeriodChange, period_findings};
use crate::example;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C007",
    title: "a code is valid on fewer days",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Risky],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Rows outside the new period held a valid code, and do not any more if its period is checked.",
    remedy: "Correct the period only if the source states it; the rows outside it need another code.",
    find: |changes| {
        period_findings(
            changes,
            PeriodChange::Narrower,
            |data| match data.old {
                Verdict::Yes => &[Class::Risky],
                _ => &[Class::Breaking],
            },
            Verdict::Yes,
            None,
        )
    },
    example: Example {
        old: unchanged,
        new: |model| {
            example::meaning(model, "sex", "M").period =
                Period::new(Some(Date::ymd(2012, 1, 1)), None);
        },
    },
};
