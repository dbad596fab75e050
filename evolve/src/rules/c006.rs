//! C006: a code is valid on more days.

use beraad_describe::{Date, Period};

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_periods::{PeriodChange, period_findings};
use crate::example;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "C006",
    title: "a code is valid on more days",
    is_about_words: false,
    classes: &[Class::Compatible],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::No, Verdict::Yes, Verdict::Yes),
    why: "Rows that were valid remain so, and others become valid.",
    remedy: "None is needed.",
    find: |changes| {
        period_findings(
            changes,
            PeriodChange::Wider,
            |_| &[Class::Compatible],
            Verdict::Yes,
            None,
        )
    },
    example: Example {
        old: |model| {
            example::meaning(model, "sex", "M").period =
                Period::new(None, Some(Date::ymd(2012, 12, 31)));
        },
        new: |model| {
            example::meaning(model, "sex", "M").period =
                Period::new(None, Some(Date::ymd(2013, 12, 31)));
        },
    },
};
