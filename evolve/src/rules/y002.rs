//! Y002: numbers have narrower bounds and a smaller stored type.

use beraad_describe::{NumberQuantity, Quantity, ValueType};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "Y002",
    title: "numbers have narrower bounds and a smaller stored type",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::Undecided, Verdict::Yes, Verdict::No, Verdict::Yes),
    why: "Old values outside the bounds are not valid any more, and the stored type is another one.",
    remedy: "Keep the bounds as long as old data are kept.",
    find: |changes| changes.bounds(|change, _| change.has_other_size()),
    example: Example {
        old: |model| {
            variable(model, "loan", "renewals").value_type = ValueType::Number {
                quantity: NumberQuantity::BuiltIn(Quantity::Count),
                min: -5,
                max: 1000,
                decimals: 0,
            }
        },
        new: |model| {
            variable(model, "loan", "renewals").value_type = ValueType::Number {
                quantity: NumberQuantity::BuiltIn(Quantity::Count),
                min: -5,
                max: 5,
                decimals: 0,
            }
        },
    },
};
