//! V010: a value may be null that was required.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{label, variable};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule};
use crate::shown::quoted;
use crate::text_change::TextChange;

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
        let changed = changed.filter(|attribute| attribute.pair().new.is_nullable());
        let found = changed.map(|attribute| {
            // Only a column that may be null says what null means.
            let column = attribute.pair().new;
            let mut texts = changes.texts_in_other_words(Kind::Column, "null_means");
            let text = texts.find(|(text, change)| {
                *change == TextChange::Added && std::ptr::eq(text.pair().new, column)
            });
            match text {
                Some((text, _)) => {
                    Found::new(attribute.index, format!("null means {}", quoted(text.new)))
                        .and([text.index])
                }
                None => Found::new(attribute.index, ""),
            }
        });
        found.collect()
    },
    example: Example {
        old: |model| variable(model, "loan", "renewals").nullable = false,
        new: |model| {
            let renewals = variable(model, "loan", "renewals");
            renewals.nullable = true;
            renewals.null_means = Some(label("niet gekend", "not known"));
        },
    },
};
