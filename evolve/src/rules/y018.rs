//! Y018: the currency changed.

use beraad_describe::ValueType;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::rule::{Example, Rule};
use crate::type_change::found_with_unit;

pub(super) static RULE: Rule = Rule {
    id: "Y018",
    title: "the currency changed",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::No,
        Verdict::No,
    ),
    why: "The same number is another amount of money.",
    remedy: "Add a variable in the other currency.",
    find: |changes| found_with_unit(changes, "currency"),
    example: Example {
        old: |model| {
            variable(model, "loan", "renewals").value_type = ValueType::Amount {
                currency: "EUR".into(),
                decimals: 2,
                min: 0,
                max: 1000,
            }
        },
        new: |model| {
            variable(model, "loan", "renewals").value_type = ValueType::Amount {
                currency: "BEF".into(),
                decimals: 2,
                min: 0,
                max: 1000,
            }
        },
    },
};
