//! Y007: dates became finer.

use beraad_describe::ValueType;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "Y007",
    title: "dates became finer",
    is_about_words: false,
    classes: &[Class::Disclosure, Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::No, Verdict::Yes),
    why: "The data say more precisely when something happened than the decision may allow, and the texts of the values are others.",
    remedy: "Name the decision that allows the precision.",
    find: |changes| {
        let types = changes.types();
        let types = types.iter().filter(|change| change.is_of_kind());
        let types = types.filter(|change| change.is_finer() == Some(true));
        types
            .map(|change| change.found_with_list(changes, Verdict::Yes))
            .collect()
    },
    example: Example {
        old: |model| variable(model, "loan", "loan_month").value_type = ValueType::YearQuarter {},
        new: |model| variable(model, "loan", "loan_month").value_type = ValueType::YearMonth {},
    },
};
