//! Y004: numbers have fewer decimals.

use beraad_describe::{NumberQuantity, Quantity, ValueType};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "Y004",
    title: "numbers have fewer decimals",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::new(
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::No,
        Verdict::No,
    ),
    why: "Old values with more decimals are not valid any more.",
    remedy: "Keep the number of decimals, or add a column with rounded values.",
    find: |changes| {
        let types = changes.types();
        let parts = types
            .iter()
            .flat_map(|change| change.parts("decimals", Verdict::No));
        parts.map(|(_, found)| found).collect()
    },
    example: Example {
        old: |model| {
            variable(model, "loan", "renewals").value_type = ValueType::Number {
                quantity: NumberQuantity::BuiltIn(Quantity::Count),
                min: 0,
                max: 5,
                decimals: 2,
            }
        },
        new: |model| {
            variable(model, "loan", "renewals").value_type = ValueType::Number {
                quantity: NumberQuantity::BuiltIn(Quantity::Count),
                min: 0,
                max: 5,
                decimals: 0,
            }
        },
    },
};
