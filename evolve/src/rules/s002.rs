//! S002: a subject was removed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::shown::quoted;

pub(super) static RULE: Rule = Rule {
    id: "S002",
    title: "a subject was removed",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Undecided, Verdict::Yes),
    why: "Nothing says any more what its serial numbers identify. A column with them has a finding of its own.",
    remedy: "Keep the subject as long as a column has its serial numbers.",
    find: |changes| {
        let subjects = changes.removed(Kind::Subject);
        subjects
            .map(|subject| Found::new(subject.index, quoted(subject.item.attributes.get("name"))))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.subjects.clear(),
    },
};
