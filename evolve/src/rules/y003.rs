//! Y003: numbers have more decimals.

use beraad_describe::{NumberQuantity, Quantity, ValueType};
use serde_json::Value;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "Y003",
    title: "numbers have more decimals",
    is_about_words: false,
    classes: &[Class::Risky, Class::Disclosure],
    viewpoints: Viewpoints::new(
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::No,
        Verdict::Undecided,
    ),
    why: "Values are finer than before, and a program that expects whole numbers may cut them.",
    remedy: "Check that the decision allows the precision, and that programs do not cut the decimals.",
    find: |changes| {
        let types = changes.types();
        let parts = types
            .iter()
            .flat_map(|change| change.parts("decimals", Verdict::Undecided));
        parts
            .filter(|(attribute, _)| number(attribute.new) > number(attribute.old))
            .map(|(_, found)| found)
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            variable(model, "loan", "renewals").value_type = ValueType::Number {
                quantity: NumberQuantity::BuiltIn(Quantity::Count),
                min: 0,
                max: 5,
                decimals: 2,
            }
        },
    },
};

fn number(value: Option<&Value>) -> u64 {
    value.and_then(Value::as_u64).unwrap_or_default()
}
