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
    find: |changes| {
        let types = changes.types();
        let mut found = Vec::new();
        for change in &types {
            let bounds = change
                .parts("min", Verdict::Yes)
                .chain(change.parts("max", Verdict::Yes));
            found.extend(
                bounds
                    .filter(|_| crate::limits::size(change.old) != crate::limits::size(change.new))
                    .map(|(_, found)| found),
            );
        }
        found
    },
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
