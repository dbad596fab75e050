//! V021: the quantity changed.

use beraad_describe::{NumberQuantity, Quantity, ValueType};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::rule::{Example, Rule, unchanged};
use crate::type_change::found_with_unit;

pub(super) static RULE: Rule = Rule {
    id: "V021",
    title: "the quantity changed",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::No,
        Verdict::No,
    ),
    why: "The same number counts or measures something else.",
    remedy: "Add a variable for the other quantity, and record a break in series.",
    find: |changes| found_with_unit(changes, "quantity"),
    example: Example {
        old: unchanged,
        new: |model| {
            variable(model, "loan", "renewals").value_type = ValueType::Number {
                quantity: NumberQuantity::BuiltIn(Quantity::Days),
                min: 0,
                max: 5,
                decimals: 0,
            }
        },
    },
};
