//! C044: the former names of a code list changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C044",
    title: "the former names of a code list changed",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "They only say under which names earlier versions had the list.",
    remedy: "Keep all former names, the latest one first.",
    find: |changes| {
        let names = changes.attribute(Kind::CodeList, "renamed_from");
        names.map(|names| names.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| example::list(model, "sex").renamed_from = vec!["gender".into()],
    },
};
