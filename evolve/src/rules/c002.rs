//! C002: a code was added to a closed list.

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_labels;
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C002",
    title: "a code was added to a closed list",
    is_about_words: false,
    classes: &[Class::Risky, Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::No, Verdict::No, Verdict::Yes),
    why: "Programs that know all codes of the list do not know this one; a Rust enum of the list has one more variant.",
    remedy: "Announce the code before the first rows have it, and give it a period that begins then.",
    find: |changes| {
        let codes = changes.added(Kind::Code).filter_map(|code| {
            let lists = changes.lists(code.change)?;
            if !lists.new.list.rejects_unknown_codes() {
                return None;
            }
            let data = lists.of_texts(code_labels::texts(code.item));
            let classes: &[Class] = match data.old {
                Verdict::Yes => &[Class::Risky],
                _ => &[Class::Breaking],
            };
            let found = Found::new(code.index, code_labels::code(code.item));
            Some(
                found
                    .classes(classes)
                    .viewpoints(data.with(lists.rust_names_codes(), Verdict::Yes)),
            )
        });
        codes.collect()
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
