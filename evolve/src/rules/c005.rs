//! C005: a code was ended.

use beraad_describe::{Date, Period};

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_periods::{PeriodChange, period_findings};
use crate::example;
use crate::item::{Item, Kind};
use crate::rule::{Changes, Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C005",
    title: "a code was ended",
    is_about_words: false,
    classes: &[Class::Risky, Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Rows before the end remain valid, and a row after it is not if its period is checked. If the end is before the observation window, no row may have the code.",
    remedy: "This is how a code should disappear: its rows keep their label.",
    find: |changes| {
        let found = period_findings(
            changes,
            PeriodChange::Ended,
            |_| &[Class::Risky],
            Verdict::Yes,
            None,
        );
        found
            .into_iter()
            .map(|found| judged(changes, found))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            example::meaning(model, "sex", "M").period =
                Period::new(None, Some(Date::ymd(2014, 12, 31)));
        },
    },
};

/// Gives the finding the class of a removal if no row of the window can have the code any more.
fn judged(changes: &Changes<'_>, found: Found) -> Found {
    let rejects = found
        .viewpoints
        .is_some_and(|verdicts| verdicts.old_data_in_new_model == Verdict::No);
    let code = changes.all[found.explains[0]].pair(Kind::Code);
    // A yearly row may describe the last day of the year before the window.
    let year = changes.new.deliberation.window.first_year() - 1;
    let Some((code, first)) = code.zip(Date::try_ymd(year, 12, 31)) else {
        return found;
    };
    let ends_before = |meaning: &Item| {
        let last = meaning.text("period.to").parse::<Date>();
        last.is_ok_and(|last| last < first)
    };
    if rejects && code.new.children_of(Kind::Meaning).all(ends_before) {
        let found = found.classes(&[Class::Breaking]);
        found.remedy("Check the day: with this end, the rows of the observation window that have the code are errors.")
    } else {
        found
    }
}
