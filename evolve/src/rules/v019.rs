//! V019: the level of measurement changed.

use beraad_describe::MeasurementLevel;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V019",
    title: "the level of measurement changed",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "Other comparisons make sense: an order, a difference or a mean of the values has a meaning, or has none any more.",
    remedy: "Check what programs compute with the values.",
    find: |changes| {
        let changed = changes.attribute(Kind::Column, "measurement");
        changed.map(|attribute| attribute.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| variable(model, "loan", "renewals").measurement = MeasurementLevel::Nominal,
    },
};
