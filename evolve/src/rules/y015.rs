//! Y015: classes of amounts became exact amounts.

use beraad_describe::ValueType;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "Y015",
    title: "classes of amounts became exact amounts",
    is_about_words: false,
    classes: &[Class::Disclosure, Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::No, Verdict::No),
    why: "The data say more than the decision may allow, and the values are numbers instead of codes.",
    remedy: "Name the decision that allows exact amounts.",
    find: |changes| {
        let types = changes.types();
        let types = types.iter().filter(|change| change.is_of_kind());
        let types = types.filter(|change| {
            matches!(
                (change.old.item(), change.new.item()),
                (
                    ValueType::AmountClass { .. },
                    ValueType::Amount { .. } | ValueType::Number { .. }
                )
            )
        });
        types
            .map(|change| change.found_with_list(changes, Verdict::No))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let fine = variable(model, "loan", "fine_class");
            fine.code_list = None;
            fine.value_type = ValueType::Amount {
                currency: "EUR".into(),
                decimals: 2,
                min: 0,
                max: 1000,
            };
        },
    },
};
