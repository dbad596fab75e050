//! T005: the observation period became finer.

use beraad_describe::ValueType;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::role;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "T005",
    title: "the observation period became finer",
    is_about_words: false,
    classes: &[Class::Semantic, Class::Disclosure],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::No, Verdict::No),
    why: "There are several rows where there was one: joins give more rows, without an error. The data are finer than those that were authorised.",
    remedy: "Name the decision that authorises the finer period, and add a block beside the present one.",
    find: |changes| {
        let periods = changes.types();
        let periods = periods.iter().filter(|change| change.is_observation_period);
        let periods = periods.filter(|change| change.is_finer() == Some(true));
        periods.map(|change| change.found(Verdict::No)).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| role(model, "member", "year").value_type = ValueType::YearQuarter {},
    },
};
