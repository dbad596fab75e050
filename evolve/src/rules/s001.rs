//! S001: a subject was added.

use beraad_describe::Subject;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::label;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::shown::quoted;

pub(super) static RULE: Rule = Rule {
    id: "S001",
    title: "a subject was added",
    is_about_words: false,
    classes: &[Class::Compatible],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Serial numbers of one more kind of unit have a name.",
    remedy: "None is needed.",
    find: |changes| {
        let subjects = changes.added(Kind::Subject);
        subjects
            .map(|subject| Found::new(subject.index, quoted(subject.item.attributes.get("name"))))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            model
                .subjects
                .push(Subject::new("branch", label("filiaal", "branch")));
        },
    },
};
