//! C014: a code was split.

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_parts;
use crate::example;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "C014",
    title: "a code was split",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::No, Verdict::No),
    why: "What one code meant is divided over several, and totals of the old code need all of the new ones.",
    remedy: "Publish which new codes belong to the old one, and compare series on their total.",
    find: |changes| code_parts::found(changes, code_parts::Direction::Split),
    example: Example {
        old: |model| {
            let codes = &mut example::list(model, "department").codes;
            codes.push(example::entry("7", "romans en strips", "novels and comics"));
        },
        new: |model| {
            let codes = &mut example::list(model, "department").codes;
            codes.pop();
            codes.push(example::entry("71", "romans", "novels"));
            codes.push(example::entry("72", "strips", "comics"));
        },
    },
};
