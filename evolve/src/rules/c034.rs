//! C034: a code has meanings for other sources.

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_periods::{PeriodChange, period_findings};
use crate::example;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C034",
    title: "a code has meanings for other sources",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "Rows of one source mean something else than before, although they hold the same code.",
    remedy: "Say in a remark since when the sources differ, and compare sources with care.",
    find: |changes| {
        period_findings(
            changes,
            PeriodChange::OtherSource,
            |_| &[Class::Semantic],
            Verdict::No,
        )
    },
    example: Example {
        old: unchanged,
        new: |model| example::meaning(model, "sex", "M").source = Some("Gemeente".into()),
    },
};
