//! Y014: the kind of value changed.

use beraad_describe::ValueType;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "Y014",
    title: "the kind of value changed",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Semantic],
    viewpoints: Viewpoints::new(
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::No,
        Verdict::No,
    ),
    why: "The values are written in another form and mean something else.",
    remedy: "Add a column for the new kind of values.",
    find: |changes| {
        let types = changes.types();
        let types = types.iter().filter(|change| change.is_of_kind());
        types
            .map(|change| change.found_with_list(changes, Verdict::No))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| variable(model, "loan", "renewals").value_type = ValueType::Year {},
    },
};
