//! V010: a value may be null that was required.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule};

pub(super) static RULE: Rule = Rule {
    id: "V010",
    title: "a value may be null that was required",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::No, Verdict::No, Verdict::Yes),
    why: "New rows may lack the value, which the old model refuses. The Rust type is an `Option`.",
    remedy: "Say in `null_means` what a missing value means.",
    find: |changes| {
        let changed = changes.attribute(Kind::Column, "nullable");
        let optional = changed.filter(|attribute| attribute.pair().new.is_nullable());
        optional
            .map(|attribute| Found::new(attribute.index, ""))
            .collect()
    },
    example: Example {
        old: |model| variable(model, "loan", "renewals").nullable = false,
        new: |model| variable(model, "loan", "renewals").nullable = true,
    },
};
