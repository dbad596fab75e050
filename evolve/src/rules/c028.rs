//! C028: code lists were merged.

use beraad_describe::{CodeList, ListKind};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::list_parts;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "C028",
    title: "code lists were merged",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::No, Verdict::Yes),
    why: "The codes of several lists are in one list now, and a column may hold codes that it could not hold before. A code with another meaning than before is named.",
    remedy: "Name the former lists in `renamed_from` of the new one, and publish which code went where.",
    find: |changes| list_parts::found(changes, list_parts::Regrouping::Merge),
    example: Example {
        old: |model| {
            let definition = example::label("Soorten kaarten.", "Kinds of maps.");
            let mut list = CodeList::new("map_kind", definition, ListKind::Open);
            list.codes = vec![example::entry("K1", "stadsplannen", "city maps")];
            model.code_lists.push(list);
        },
        new: |model| {
            let merged = model.code_lists.pop();
            let department = example::list(model, "department");
            department.renamed_from = vec!["map_kind".into()];
            department
                .codes
                .extend(merged.into_iter().flat_map(|list| list.codes));
        },
    },
};
