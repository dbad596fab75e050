//! C004: a code was removed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_labels;
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C004",
    title: "a code was removed",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Risky],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::Yes, Verdict::No, Verdict::Yes),
    why: "In a closed list, rows with the code are errors now. In an open one, they have no label any more.",
    remedy: "End the code instead: set the last day of the period of its meaning, and keep it in the list.",
    find: |changes| {
        let codes = changes.removed(Kind::Code).filter_map(|code| {
            let lists = changes.lists(code.change)?;
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
        new: |model| example::list(model, "sex").codes.truncate(1),
    },
};
