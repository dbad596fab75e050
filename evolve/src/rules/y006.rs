//! Y006: dates became coarser.

use beraad_describe::ValueType;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "Y006",
    title: "dates became coarser",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::No, Verdict::No),
    why: "The texts of the values are others, and a duration cannot be computed as before.",
    remedy: "Add a column with the coarser date beside the present one.",
    find: |changes| {
        let types = changes.types();
        let types = types.iter().filter(|change| change.is_of_kind());
        let types = types.filter(|change| change.is_finer() == Some(false));
        types
            .map(|change| change.found_with_list(changes, Verdict::No))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| variable(model, "loan", "loan_month").value_type = ValueType::YearQuarter {},
    },
};
