//! V030: a note for researchers changed.

use beraad_describe::Note;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{label, variable};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::shown::changed_items;

pub(super) static RULE: Rule = Rule {
    id: "V030",
    title: "a note for researchers changed",
    is_about_words: true,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "It explains the data to people.",
    remedy: "None is needed.",
    find: |changes| {
        let columns = changes.attribute(Kind::Column, "notes");
        let blocks = changes.attribute(Kind::Block, "notes");
        columns
            .chain(blocks)
            .map(|notes| Found::new(notes.index, changed_items(notes.old, notes.new)))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            variable(model, "loan", "renewals").notes = vec![Note::new(label("nieuw", "new"))];
        },
    },
};
