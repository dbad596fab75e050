//! V016: a break in series was deleted.

use beraad_describe::SeriesBreak;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{label, variable};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule};
use crate::shown::in_all_languages;

pub(super) static RULE: Rule = Rule {
    id: "V016",
    title: "a break in series was deleted",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Undecided),
    why: "The model says that values before and after it may be compared, which an earlier version denied.",
    remedy: "Keep the break, or say in the notes why there was none.",
    find: |changes| {
        let breaks = changes.removed(Kind::Break);
        breaks
            .map(|single| {
                // The place of the finding names the break; the advice is what its users lose or get.
                let advice = single.item.attributes.get("advice");
                let advice = advice.filter(|advice| !advice.is_null());
                Found::new(
                    single.index,
                    advice.map(in_all_languages).unwrap_or_default(),
                )
            })
            .collect()
    },
    example: Example {
        old: |model| {
            let from = "2012".parse().expect("a year");
            let new_rules = SeriesBreak::new(from, label("andere telling", "another count"));
            variable(model, "loan", "renewals").breaks = vec![new_rules];
        },
        new: |model| variable(model, "loan", "renewals").breaks.clear(),
    },
};
