//! C041: the documentation of a code list changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C041",
    title: "the documentation of a code list changed",
    is_about_words: true,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "It says where the list was looked for and why a date decides, not which codes are valid.",
    remedy: "None is needed.",
    find: |changes| {
        let texts = changes.attributes(Kind::CodeList);
        let texts = texts.filter(|text| matches!(text.name, "why" | "page" | "searched"));
        let found = texts
            .map(|text| Found::new(text.index, format!("{}: {}", text.name, text.change_text())));
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| example::list(model, "department").page = None,
    },
};
