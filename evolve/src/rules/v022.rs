//! V022: the numbering of serial numbers changed.

use beraad_describe::ValueType;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::role;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V022",
    title: "the numbering of serial numbers changed",
    is_about_words: false,
    classes: &[Class::Semantic, Class::Breaking],
    viewpoints: Viewpoints::new(
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::No,
        Verdict::No,
    ),
    why: "The same number is another unit: a join by it finds the wrong rows, or none, without an error. Rust code has another type.",
    remedy: "Add a column for the other numbering.",
    find: |changes| {
        let types = changes.types();
        let parts = types
            .iter()
            .flat_map(|change| change.parts("of", Verdict::No));
        parts.map(|(_, found)| found).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            role(model, "loan", "person").value_type = ValueType::SerialNumber {
                of: "reader".into(),
            }
        },
    },
};
