//! D015: the order of the editions changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D015",
    title: "the order of the editions changed",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "A reader who asks for no language gets the first edition.",
    remedy: "None is needed.",
    find: |changes| {
        let found = changes.attribute(Kind::Decision, "languages.editions");
        found.map(|attribute| attribute.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.languages.editions.reverse(),
    },
};
