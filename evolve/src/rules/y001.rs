//! Y001: numbers have wider bounds and a larger stored type.

use beraad_describe::{NumberQuantity, Quantity, ValueType};
use serde_json::Value;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::rule::{Attribute, Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "Y001",
    title: "numbers have wider bounds and a larger stored type",
    is_about_words: false,
    classes: &[Class::Compatible],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::No, Verdict::No, Verdict::Yes),
    why: "Old values are valid. The Rust type and the stored type are others, so that a reader for the old one may refuse the column.",
    remedy: "Read the column by its name and its values, not by its stored type.",
    find: |changes| {
        let types = changes.types();
        let mut found = Vec::new();
        for change in &types {
            let bounds = change
                .parts("min", Verdict::Yes)
                .chain(change.parts("max", Verdict::Yes));
            found.extend(
                bounds
                    .filter(|(attribute, _)| {
                        is_wider(attribute)
                            && crate::limits::size(change.old) != crate::limits::size(change.new)
                    })
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
