//! V044: the deprecation of something was withdrawn.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{label, variable};
use crate::item::Kind;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "V044",
    title: "the deprecation of something was withdrawn",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "It stays in the model.",
    remedy: "None is needed.",
    find: |changes| {
        let columns = changes.texts_in_other_words(Kind::Column, "deprecated");
        let blocks = changes.texts_in_other_words(Kind::Block, "deprecated");
        columns
            .chain(blocks)
            .map(|(attribute, _)| attribute.found())
            .collect()
    },
    example: Example {
        old: |model| {
            variable(model, "loan", "renewals").deprecated = Some(label("niet meer", "no longer"));
        },
        new: |model| variable(model, "loan", "renewals").deprecated = None,
    },
};
