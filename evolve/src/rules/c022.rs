//! C022: a code list became complete, or incomplete.

use serde_json::Value;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C022",
    title: "a code list became complete, or incomplete",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "It says whether the whole table of the source was seen; it does not decide which codes are valid.",
    remedy: "Say in the definition which codes are missing.",
    find: |changes| {
        let flags = changes.attribute(Kind::CodeList, "complete");
        flags
            .map(|flag| {
                let found = flag.found();
                if flag.new.and_then(Value::as_bool) == Some(true) {
                    found.remedy("Check that the list has every code of the rows.")
                } else {
                    found
                }
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| example::list(model, "department").complete = false,
    },
};
