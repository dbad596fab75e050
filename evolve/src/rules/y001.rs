//! Y001: numbers have wider bounds and a larger stored type.

use beraad_describe::{NumberQuantity, Quantity, ValueType};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "Y001",
    title: "numbers have wider bounds and a larger stored type",
    is_about_words: false,
    classes: &[Class::Compatible],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::No, Verdict::No, Verdict::Yes),
    why: "Old values are valid. The Rust type and the stored type are others, so that a reader for the old one may refuse the column.",
    remedy: "Read the column by its name and its values, not by its stored type.",
    find: |changes| changes.bounds(|change, is_wider| is_wider && change.has_other_size()),
    example: Example {
        old: |model| {
            variable(model, "loan", "renewals").value_type = ValueType::Number {
                quantity: NumberQuantity::BuiltIn(Quantity::Count),
                min: -5,
                max: 5,
                decimals: 0,
            }
        },
        new: |model| {
            variable(model, "loan", "renewals").value_type = ValueType::Number {
                quantity: NumberQuantity::BuiltIn(Quantity::Count),
                min: -5,
                max: 1000,
                decimals: 0,
            }
        },
    },
};
