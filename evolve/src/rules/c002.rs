//! C002: codes were added to a closed list.

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_groups::CodeGroup;
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C002",
    title: "codes were added to a closed list",
    is_about_words: false,
    classes: &[Class::Risky, Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::No, Verdict::No, Verdict::Yes),
    why: "Programs that know all codes of the list do not know this one; a Rust enum of the list has one more variant.",
    remedy: "Announce the code before the first rows have it, and give it a period that begins then.",
    find: |changes| {
        let group = CodeGroup {
            verb: "",
            is_of_rule: |lists| lists.new.list.rejects_unknown_codes(),
            classes: [&[Class::Risky], &[Class::Breaking]],
        };
        group.found(changes, changes.added(Kind::Code))
    },
    example: Example {
        old: unchanged,
        new: |model| {
            example::list(model, "sex")
                .codes
                .push(example::entry("X", "andere", "other"));
        },
    },
};
