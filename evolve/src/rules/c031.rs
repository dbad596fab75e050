//! C031: a text is read as another code.

use crate::aliases;
use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C031",
    title: "a text is read as another code",
    is_about_words: false,
    classes: &[
        Class::Semantic,
        Class::Breaking,
        Class::Compatible,
        Class::Doc,
    ],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::Yes, Verdict::No),
    why: "A reader replaces an alias by its code. In an open list, a text that is not an alias is a code of its own, so that rows change their meaning in silence.",
    remedy: "Keep an alias as long as files may contain it, and never let it name another code.",
    find: |changes| aliases::found(changes),
    example: Example {
        old: unchanged,
        new: |model| {
            example::code(model, "sex", "V").aliases.clear();
            example::code(model, "sex", "M").aliases = vec!["F".into()];
        },
    },
};
