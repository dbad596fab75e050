//! C015: codes were merged.

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_parts;
use crate::example;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "C015",
    title: "codes were merged",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::No, Verdict::No),
    why: "What several codes meant is one code now, and rows before the change can be compared with it only together.",
    remedy: "Publish which old codes belong to the new one, and compare series on the merged code.",
    find: |changes| code_parts::found(changes, code_parts::Direction::Merge),
    example: Example {
        old: |model| {
            let codes = &mut example::list(model, "department").codes;
            codes.push(example::entry("71", "romans", "novels"));
            codes.push(example::entry("72", "strips", "comics"));
        },
        new: |model| {
            let codes = &mut example::list(model, "department").codes;
            codes.truncate(4);
            codes.push(example::entry("7", "romans en strips", "novels and comics"));
        },
    },
};
