//! V020: the unit changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{label, variable};
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "V020",
    title: "the unit changed",
    is_about_words: true,
    classes: &[Class::Semantic, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "The same number is another amount, and every schema still accepts it.",
    remedy: "Add a variable with the new unit, and record a break in series.",
    find: |changes| changes.other_meanings("unit"),
    example: Example {
        old: |model| variable(model, "loan", "renewals").unit = Some(label("dagen", "days")),
        new: |model| variable(model, "loan", "renewals").unit = Some(label("weken", "weeks")),
    },
};
