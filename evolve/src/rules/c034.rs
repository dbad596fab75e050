//! C034: a code has meanings for other sources.

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_periods::{PeriodChange, period_findings};
use crate::example;
use crate::rule::{Example, Rule, unchanged};

/// The advice for meanings of which only the source changed.
const SAME_MEANINGS: &str = "Only the source changed, not the label: say in a remark which sources have this code, and leave the source out if all of them do.";

pub(super) static RULE: Rule = Rule {
    id: "C034",
    title: "a code has meanings for other sources",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "A row has the meaning that the code has for the source of the row. The same code has a meaning for other sources than before, so that it means something else, or nothing, in rows of some sources.",
    remedy: "Say in a remark since when the sources differ, and compare sources with care.",
    find: |changes| {
        period_findings(
            changes,
            PeriodChange::OtherSource,
            |_| &[Class::Semantic],
            Verdict::No,
            Some(SAME_MEANINGS),
        )
    },
    example: Example {
        old: unchanged,
        new: |model| example::meaning(model, "sex", "M").source = Some("Gemeente".into()),
    },
};
