//! R004: a rule was loosened.

use beraad_describe::Operator;

use super::r001::with_limit;
use crate::class::{Class, Verdict, Viewpoints};
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "R004",
    title: "a rule was loosened",
    is_about_words: false,
    classes: &[Class::Compatible],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::No, Verdict::Yes, Verdict::Yes),
    why: "All old rows fulfil the new condition. New rows may violate the old one.",
    remedy: "Inform users who rely on the old condition.",
    find: |changes| {
        let conditions = changes.changed_conditions();
        let conditions = conditions.filter(|condition| {
            condition.backward == Verdict::Yes && condition.forward != Verdict::Yes
        });
        conditions.map(|condition| condition.found()).collect()
    },
    example: Example {
        old: |model| with_limit(model, Operator::LessOrEqual, 3),
        new: |model| with_limit(model, Operator::LessOrEqual, 4),
    },
};
