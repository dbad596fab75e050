//! Y005: codes became numbers, or numbers codes.

use beraad_describe::{NumberQuantity, Quantity, ValueType};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "Y005",
    title: "codes became numbers, or numbers codes",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::No, Verdict::No),
    why: "A code `01` is not the number 1: zeros at the front are lost, and joins by text find nothing.",
    remedy: "Keep the codes as texts.",
    find: |changes| {
        let types = changes.types();
        let types = types.iter().filter(|change| change.is_of_kind());
        let types = types.filter(|change| {
            is_code(change.old) && is_number(change.new)
                || is_number(change.old) && is_code(change.new)
        });
        types
            .map(|change| {
                let found = change.found_with_list(changes, Verdict::No);
                if is_number(change.old) {
                    found.remedy("Add a column with the codes beside the numbers.")
                } else {
                    found
                }
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let department = variable(model, "loan", "department");
            department.code_list = None;
            department.value_type = ValueType::Number {
                quantity: NumberQuantity::BuiltIn(Quantity::Count),
                min: 0,
                max: 99,
                decimals: 0,
            };
        },
    },
};

fn is_code(value_type: &ValueType) -> bool {
    matches!(
        value_type.item(),
        ValueType::Code { .. } | ValueType::AmountClass { .. }
    )
}

fn is_number(value_type: &ValueType) -> bool {
    matches!(
        value_type.item(),
        ValueType::Number { .. } | ValueType::Amount { .. }
    )
}
