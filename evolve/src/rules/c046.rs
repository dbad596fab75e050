//! C046: a supplied file became complete, or incomplete.

use beraad_describe::SuppliedFile;

use serde_json::Value;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "C046",
    title: "a supplied file became complete, or incomplete",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Risky, Class::Compatible],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::Yes, Verdict::Yes),
    why: "A file that has every code of the data makes another code an error, also in an open list.",
    remedy: "Check the rows against the codes of the file before the list rejects others.",
    find: |changes| {
        let flags = changes.attribute(Kind::CodeList, "supplied_by.complete");
        let found = flags.filter_map(|flag| {
            let data = changes.lists(flag.change)?.of_rejection();
            let found = flag.found();
            let found = if flag.new.and_then(Value::as_bool) == Some(true) {
                found
            } else {
                found.remedy("Say in the definition which codes the file lacks.")
            };
            Some(
                found
                    .classes(data.classes_of_rejection())
                    .viewpoints(data.with(Verdict::Yes, Verdict::Yes)),
            )
        });
        found.collect()
    },
    example: Example {
        old: |model| {
            example::list(model, "language").supplied_by =
                Some(SuppliedFile::from_bytes("talen.csv", b"code"));
        },
        new: |model| {
            let file = example::list(model, "language").supplied_by.as_mut();
            file.expect("a file").complete = true;
        },
    },
};
