//! C001: codes were added to an open list.

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_groups::CodeGroup;
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C001",
    title: "codes were added to an open list",
    is_about_words: false,
    classes: &[Class::Compatible, Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Rows could hold the code before; now it has a label. If it has a period too, rows outside it become invalid.",
    remedy: "Leave the period open unless the source states it.",
    find: |changes| {
        let group = CodeGroup {
            verb: "",
            is_of_rule: |lists| !lists.new.list.rejects_unknown_codes(),
            classes: [&[Class::Compatible], &[Class::Breaking]],
        };
        group.found(changes, changes.added(Kind::Code))
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
