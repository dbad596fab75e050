//! T004: the observation period became coarser.

use beraad_describe::ValueType;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::role;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "T004",
    title: "the observation period became coarser",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::No, Verdict::No),
    why: "A row describes a longer time than before, so that every count and every sum over rows changes.",
    remedy: "Add a block for the longer period beside the present one, instead of changing it.",
    find: |changes| {
        let periods = changes.types();
        let periods = periods.iter().filter(|change| change.is_observation_period);
        let periods = periods.filter(|change| change.is_finer() == Some(false));
        periods.map(|change| change.found(Verdict::No)).collect()
    },
    example: Example {
        old: |model| role(model, "member", "year").value_type = ValueType::YearQuarter {},
        new: |model| role(model, "member", "year").value_type = ValueType::Year {},
    },
};
