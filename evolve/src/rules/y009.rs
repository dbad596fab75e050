//! Y009: a bound is wider.

use beraad_describe::{NumberQuantity, Quantity, ValueType};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "Y009",
    title: "a bound is wider",
    is_about_words: false,
    classes: &[Class::Compatible],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::No, Verdict::No, Verdict::Yes),
    why: "Old values are valid. A program with a table for each value may find one that it does not know; the Rust type states the bounds.",
    remedy: "None is needed for data.",
    find: |changes| changes.bounds(|_, is_wider| is_wider),
    example: Example {
        old: unchanged,
        new: |model| {
            variable(model, "loan", "renewals").value_type = ValueType::Number {
                quantity: NumberQuantity::BuiltIn(Quantity::Count),
                min: 0,
                max: 9,
                decimals: 0,
            }
        },
    },
};
