//! C027: a code list was split.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::list_parts;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C027",
    title: "a code list was split",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::No, Verdict::Yes),
    why: "Its codes are in several lists now, and columns that used it need the right one of them. A code with another meaning than before is named.",
    remedy: "Name the former list in `renamed_from` of each new one, and publish which code went where.",
    find: |changes| list_parts::found(changes, list_parts::Regrouping::Split),
    example: Example {
        old: unchanged,
        new: |model| {
            let mut part = example::list(model, "sex").clone();
            part.id = "sex_of_women".into();
            let codes = &mut example::list(model, "sex").codes;
            part.codes = codes.split_off(1);
            model.code_lists.push(part);
        },
    },
};
