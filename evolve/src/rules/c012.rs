//! C012: a code means something else on some days.

use beraad_describe::{Date, Meaning, Period};

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_periods::{PeriodChange, period_findings};
use crate::example;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C012",
    title: "a code means something else on some days",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "The same code has another meaning in a part of its periods, so that rows must be read by their period.",
    remedy: "Prefer a new code. If the source used the old one again, describe both meanings with their periods, and record a break in series.",
    find: |changes| {
        period_findings(
            changes,
            PeriodChange::OtherMeaning,
            |_| &[Class::Semantic],
            Verdict::No,
            None,
        )
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let woman = example::code(model, "sex", "V");
            woman
                .meanings
                .push(Meaning::new(example::label("volwassene", "adult")));
            woman.meanings[0].period = Period::new(None, Some(Date::ymd(2012, 12, 31)));
            woman.meanings[1].period = Period::new(Some(Date::ymd(2013, 1, 1)), None);
        },
    },
};
