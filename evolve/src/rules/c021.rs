//! C021: a code list was opened or closed.

use beraad_describe::ListKind;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C021",
    title: "a code list was opened or closed",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Risky, Class::Compatible],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::No, Verdict::Yes),
    why: "A closed list rejects codes that it does not have; an open one accepts them, without a label.",
    remedy: "Before you close a list, check that it has every code of the rows.",
    find: |changes| {
        let kinds = changes.attribute(Kind::CodeList, "kind");
        let found = kinds.filter_map(|kind| {
            let lists = changes.lists(kind.change)?;
            let data = lists.of_rejection();
            let (old, new) = (lists.old.list, lists.new.list);
            // Only a closed list can be an enum with a variant for each code.
            let rust_api = if old.is_closed_as_published() == new.is_closed_as_published() {
                Verdict::Yes
            } else {
                Verdict::No
            };
            let found = kind.found().classes(data.classes_of_rejection());
            let found = if kind.new_text() == "closed" {
                found
            } else {
                found.remedy("Inform the users of the codes that others may come.")
            };
            Some(found.viewpoints(data.with(rust_api, Verdict::Yes)))
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| example::list(model, "sex").kind = ListKind::Open,
    },
};
