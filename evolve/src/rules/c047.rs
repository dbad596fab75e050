//! C047: meanings without the text of their code were added or removed.

use beraad_describe::{CodeEntry, Meaning};

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_groups::found_together;
use crate::code_labels;
use crate::example;
use crate::item::{Item, Kind};
use crate::rule::{Example, Rule, Single, unchanged};
use crate::shown::in_all_languages;

pub(super) static RULE: Rule = Rule {
    id: "C047",
    title: "meanings without the text of their code were added or removed",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Rows hold texts, and the text of this code is not known.",
    remedy: "None is needed.",
    find: |changes| {
        let is_unpublished = |code: &Single<'_, '_>| code_labels::text(code.item).is_none();
        let added: Vec<_> = changes.added(Kind::Code).filter(is_unpublished).collect();
        let removed = changes.removed(Kind::Code).filter(is_unpublished);
        let removed: Vec<_> = removed.collect();
        let mut found = Vec::new();
        for (codes, verb) in [(added, "added: "), (removed, "removed: ")] {
            let of_lists = codes.chunk_by(|one, other| {
                std::ptr::eq(one.change.owner().new, other.change.owner().new)
            });
            found.extend(of_lists.map(|codes| {
                let codes: Vec<_> = codes.iter().collect();
                found_together(&codes, verb, |code| labels(code.item))
            }));
        }
        found
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let meaning = Meaning::new(example::label("platen", "records"));
            example::list(model, "department")
                .codes
                .push(CodeEntry::unpublished(vec![meaning]));
        },
    },
};

/// Returns the labels of the meanings in all languages: a code without a text has no other name, and one language may be all that changed.
fn labels(code: &Item) -> String {
    let labels = code.children_of(Kind::Meaning);
    let labels = labels.filter_map(|meaning| meaning.attributes.get("label"));
    labels.map(in_all_languages).collect::<Vec<_>>().join("; ")
}
