//! Y017: one value became several, or several one.

use beraad_describe::ValueType;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "Y017",
    title: "one value became several, or several one",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::No, Verdict::No),
    why: "A row holds a list where it held one value, or the other way round: every count of values changes.",
    remedy: "Add a column for the other form.",
    find: |changes| {
        let types = changes.types();
        let types = types.iter().filter(|change| change.is_of_kind());
        let types = types.filter(|change| change.old.is_list() != change.new.is_list());
        types
            .map(|change| change.found_with_list(changes, Verdict::No))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            variable(model, "member", "sex").value_type = ValueType::List {
                item: vec![ValueType::Code { list: "sex".into() }].into(),
            }
        },
    },
};
