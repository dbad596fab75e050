//! R003: a rule was tightened.

use beraad_describe::Operator;

use super::r001::with_limit;
use crate::class::{Class, Verdict, Viewpoints};
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "R003",
    title: "a rule was tightened",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Rows that the old condition accepted are errors now. All new rows fulfil the old condition.",
    remedy: "Add the stricter condition as a constraint with the severity `warning` first.",
    find: |changes| {
        let conditions = changes.changed_conditions();
        let conditions = conditions.filter(|condition| {
            condition.backward != Verdict::Yes && condition.forward == Verdict::Yes
        });
        conditions.map(|condition| condition.found()).collect()
    },
    example: Example {
        old: |model| with_limit(model, Operator::LessOrEqual, 4),
        new: |model| with_limit(model, Operator::Less, 4),
    },
};
