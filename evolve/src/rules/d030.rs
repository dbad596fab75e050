//! D030: relatives were removed.

use crate::class::{Class, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};
use crate::stated::relatives;

pub(super) static RULE: Rule = Rule {
    id: "D030",
    title: "relatives were removed",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::OF_LESS_ALLOWED,
    why: "The columns that describe them have no basis any more, and their declarations do not compile.",
    remedy: "Remove the columns in the same version, and destroy their data.",
    find: |changes| {
        let kinds = [Kind::Heading, Kind::Term].into_iter();
        let lists = kinds.flat_map(|kind| changes.attribute(kind, "relatives"));
        let found = lists.filter_map(|list| {
            let lists = relatives(&list.change.within);
            let is_added = lists
                .iter()
                .any(|(old, new)| new.iter().any(|name| !old.contains(name)));
            (!is_added).then(|| list.found())
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.headings[1].terms[0].relatives.clear(),
    },
};
