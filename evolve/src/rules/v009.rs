//! V009: a value is required that could be null.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{label, variable};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule};
use crate::shown::quoted;
use crate::text_change::TextChange;

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
        let changed = changed.filter(|attribute| !attribute.pair().new.is_nullable());
        let found = changed.map(|attribute| {
            // Only a column that may be null says what null means.
            let column = attribute.pair().new;
            let mut texts = changes.texts_in_other_words(Kind::Column, "null_means");
            let text = texts.find(|(text, change)| {
                *change == TextChange::Removed && std::ptr::eq(text.pair().new, column)
            });
            match text {
                Some((text, _)) => {
                    Found::new(attribute.index, format!("null meant {}", quoted(text.old)))
                        .and([text.index])
                }
                None => Found::new(attribute.index, ""),
            }
        });
        found.collect()
    },
    example: Example {
        old: |model| {
            variable(model, "loan", "renewals").null_means =
                Some(label("niet gekend", "not known"));
        },
        new: |model| {
            let renewals = variable(model, "loan", "renewals");
            renewals.nullable = false;
            renewals.null_means = None;
        },
    },
};
