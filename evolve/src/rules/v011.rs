//! V011: the meaning of a missing value changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{label, variable};
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "V011",
    title: "the meaning of a missing value changed",
    is_about_words: true,
    classes: &[Class::Semantic, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "Rows without a value are another group of persons: a denominator changes, without an error.",
    remedy: "Record a break in series. If only the words are new, accept the change as editorial.",
    find: |changes| changes.other_meanings("null_means"),
    example: Example {
        old: |model| {
            variable(model, "loan", "renewals").null_means =
                Some(label("niet gekend", "not known"));
        },
        new: |model| {
            variable(model, "loan", "renewals").null_means =
                Some(label("niet van toepassing", "not applicable"));
        },
    },
};
