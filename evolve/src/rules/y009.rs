//! Y009: a bound is wider.

use beraad_describe::{NumberQuantity, Quantity, ValueType};
use serde_json::Value;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::rule::{Attribute, Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "Y009",
    title: "a bound is wider",
    is_about_words: false,
    classes: &[Class::Compatible],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::No, Verdict::No, Verdict::Yes),
    why: "Old values are valid. A program with a table for each value may find one that it does not know; the Rust type states the bounds.",
    remedy: "None is needed for data.",
    find: |changes| {
        let types = changes.types();
        let mut found = Vec::new();
        for change in &types {
            let bounds = change
                .parts("min", Verdict::Yes)
                .chain(change.parts("max", Verdict::Yes));
            found.extend(
                bounds
                    .filter(|(attribute, _)| is_wider(attribute))
                    .map(|(_, found)| found),
            );
        }
        found
    },
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

/// Returns whether a bound moved outwards.
fn is_wider(attribute: &Attribute<'_, '_>) -> bool {
    let number = |value: Option<&Value>| value.and_then(Value::as_i64).unwrap_or_default();
    let (old, new) = (number(attribute.old), number(attribute.new));
    if attribute.name.ends_with("min") {
        new < old
    } else {
        new > old
    }
}
