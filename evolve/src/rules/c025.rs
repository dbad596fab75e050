//! C025: a code list was added.

use beraad_describe::{CodeList, ListKind};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C025",
    title: "a code list was added",
    is_about_words: false,
    classes: &[Class::Compatible],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "No column used it before.",
    remedy: "None is needed.",
    find: |changes| {
        let lists = changes.added(Kind::CodeList);
        let found = lists.map(|list| {
            let count = list.item.children_of(Kind::Code).count();
            Found::new(
                list.index,
                format!("{}, codes: {count}", list.item.text("kind")),
            )
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let mut list = CodeList::new(
                "genre",
                example::label("Genres.", "Genres."),
                ListKind::Open,
            );
            list.codes = vec![example::entry("P", "poëzie", "poetry")];
            model.code_lists.push(list);
        },
    },
};
