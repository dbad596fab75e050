//! C036: the periods of a meaning are divided differently.

use beraad_describe::{Date, Period};

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_periods::{PeriodChange, period_findings};
use crate::example;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C036",
    title: "the periods of a meaning are divided differently",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "On each day, the code means what it meant before.",
    remedy: "None is needed.",
    find: |changes| {
        period_findings(
            changes,
            PeriodChange::OtherParts,
            |_| &[Class::Doc],
            Verdict::Yes,
            None,
        )
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let man = example::code(model, "sex", "M");
            man.meanings.push(man.meanings[0].clone());
            man.meanings[0].period = Period::new(None, Some(Date::ymd(2012, 12, 31)));
            man.meanings[1].period = Period::new(Some(Date::ymd(2013, 1, 1)), None);
        },
    },
};
