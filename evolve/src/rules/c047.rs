//! C047: a meaning without the text of its code was added or removed.

use beraad_describe::{CodeEntry, Meaning};

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_labels;
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C047",
    title: "a meaning without the text of its code was added or removed",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Rows hold texts, and the text of this code is not known.",
    remedy: "None is needed.",
    find: |changes| {
        let added = changes.added(Kind::Code).map(|code| (code, "added"));
        let removed = changes.removed(Kind::Code).map(|code| (code, "removed"));
        let codes = added.chain(removed);
        let codes = codes.filter(|(code, _)| code_labels::text(code.item).is_none());
        let found = codes.map(|(code, verb)| {
            Found::new(
                code.index,
                format!("{verb}: {}", code_labels::meanings(code.item)),
            )
        });
        found.collect()
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
