//! C026: a code list was removed.

use beraad_describe::{CodeList, ListKind};

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_labels;
use crate::example;
use crate::item::{Item, Kind};
use crate::rule::{Example, Found, Rule};

pub(super) static RULE: Rule = Rule {
    id: "C026",
    title: "a code list was removed",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::No, Verdict::Yes),
    why: "Its Rust type does not exist any more. The rows of a column that used it are judged by the list that the column has now.",
    remedy: "If the list has another name now, write the old one in `renamed_from`. Otherwise mark it as deprecated in one version, and remove it in a later one.",
    find: |changes| {
        let lists = changes.removed(Kind::CodeList);
        let found = lists.map(|list| {
            let contents = |list: &Item| -> Vec<_> {
                let codes = list.children_of(Kind::Code);
                codes
                    .map(|code| (code_labels::name(code), code_labels::content(code)))
                    .collect()
            };
            let codes = contents(list.item);
            let mut added = changes.added(Kind::CodeList);
            // Probably a rename that the new list does not state.
            let alike = added.find(|added| !codes.is_empty() && contents(added.item) == codes);
            let count = codes.len();
            let message = match alike {
                Some(other) => {
                    let name = other.item.text("id");
                    format!("codes: {count}, all of which are in the new list {name}")
                }
                None => format!("codes: {count}"),
            };
            Found::new(list.index, message).of_deprecated(list.item)
        });
        found.collect()
    },
    example: Example {
        old: |model| {
            let definition = example::label("Genres.", "Genres.");
            let mut list = CodeList::new("genre", definition, ListKind::Open);
            list.codes = vec![example::entry("P", "poëzie", "poetry")];
            model.code_lists.push(list);
        },
        new: |model| model.code_lists.truncate(4),
    },
};
