//! Y016: the stored form of yes and no changed.

use beraad_describe::ValueType;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "Y016",
    title: "the stored form of yes and no changed",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Semantic],
    viewpoints: Viewpoints::new(
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::No,
        Verdict::No,
    ),
    why: "A flag and a code of two values are stored as different texts, and which of the codes is yes is not part of the data.",
    remedy: "Add a column in the other form beside the present one.",
    find: |changes| {
        let types = changes.types();
        let types = types.iter().filter(|change| change.is_of_kind());
        let types = types.filter(|change| {
            is_flag(change.old) != is_flag(change.new)
                && change.old.is_list() == change.new.is_list()
        });
        types
            .map(|change| change.found_with_list(changes, Verdict::No))
            .collect()
    },
    example: Example {
        old: |model| variable(model, "loan", "renewals").value_type = ValueType::Flag {},
        new: |model| {
            variable(model, "loan", "renewals").value_type = ValueType::Code { list: "sex".into() }
        },
    },
};

fn is_flag(value_type: &ValueType) -> bool {
    matches!(value_type.item(), ValueType::Flag {})
}
