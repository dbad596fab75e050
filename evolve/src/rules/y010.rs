//! Y010: a bound is narrower.

use beraad_describe::{NumberQuantity, Quantity, ValueType};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "Y010",
    title: "a bound is narrower",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::Undecided, Verdict::Yes, Verdict::No, Verdict::Yes),
    why: "Old values outside the bounds are not valid any more.",
    remedy: "Keep the bounds as long as old data are kept.",
    find: |changes| changes.bounds(|_, _| true),
    example: Example {
        old: unchanged,
        new: |model| {
            variable(model, "loan", "renewals").value_type = ValueType::Number {
                quantity: NumberQuantity::BuiltIn(Quantity::Count),
                min: 0,
                max: 3,
                decimals: 0,
            }
        },
    },
};
