//! V011: the meaning of a missing value is another one.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{label, variable};
use crate::item::Kind;
use crate::rule::{Example, Rule};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "V011",
    title: "the meaning of a missing value is another one",
    is_about_words: true,
    classes: &[Class::Semantic, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "Rows without a value are another group of persons: a denominator changes, without an error.",
    remedy: "Record a break in series. If only the words are new, accept the change as editorial.",
    find: |changes| {
        let texts = changes.texts_in_other_words(Kind::Column, "null_means");
        texts
            .map(|(attribute, change)| {
                // What was unknown is documented: the data mean what they meant.
                if change == TextChange::Added {
                    attribute
                        .found()
                        .classes(&[Class::Doc])
                        .viewpoints(Viewpoints::ALL_YES)
                } else {
                    attribute.found().classes(&[Class::Semantic])
                }
            })
            .collect()
    },
    example: Example {
        old: |model| {
            variable(model, "loan", "renewals").null_means =
                Some(label("niet gekend", "not known"));
        },
        new: |model| {
            variable(model, "loan", "renewals").null_means =
                Some(label("niet van toepassing", "not applicable"));
        },
    },
};
