//! C001: a code was added to an open list.

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_labels;
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C001",
    title: "a code was added to an open list",
    is_about_words: false,
    classes: &[Class::Compatible, Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Rows could hold the code before; now it has a label. If it has a period too, rows outside it become invalid.",
    remedy: "Leave the period open unless the source states it.",
    find: |changes| {
        let codes = changes.added(Kind::Code).filter_map(|code| {
            let lists = changes.lists(code.change)?;
            if lists.new.list.rejects_unknown_codes() {
                return None;
            }
            let data = lists.of_texts(code_labels::texts(code.item));
            let classes: &[Class] = match data.old {
                Verdict::Yes => &[Class::Compatible],
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
            example::list(model, "department")
                .codes
                .push(example::entry("12", "film", "film"));
        },
    },
};
