//! V009: a value is required that could be null.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V009",
    title: "a value is required that could be null",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::Yes, Verdict::No, Verdict::Yes),
    why: "Old rows without the value are not valid any more. The Rust type is not an `Option` any more.",
    remedy: "Let it be null for the periods in which it may be missing.",
    find: |changes| {
        let changed = changes.attribute(Kind::Column, "nullable");
        let required = changed.filter(|attribute| !attribute.pair().new.is_nullable());
        required
            .map(|attribute| Found::new(attribute.index, ""))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| variable(model, "loan", "renewals").nullable = false,
    },
};
