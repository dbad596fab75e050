//! M001: the version of the model changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "M001",
    title: "the version of the model changed",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The version is a name: the other findings say what changed.",
    remedy: "Choose the version by the worst class of the findings.",
    find: |changes| {
        let versions = changes.attribute(Kind::Model, "version");
        versions.map(|version| version.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.version = "1.3.0".into(),
    },
};
