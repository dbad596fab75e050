//! C033: the text of a code was withdrawn.

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_labels;
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C033",
    title: "the text of a code was withdrawn",
    is_about_words: false,
    classes: &[Class::Risky, Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::Yes, Verdict::No, Verdict::Yes),
    why: "The meaning is still described, and a row with the text has no label any more.",
    remedy: "Publish the text again, or explain in a remark why it is not certain.",
    find: |changes| {
        let pairs = code_labels::same_content(
            changes
                .removed(Kind::Code)
                .filter(|code| code_labels::text(code.item).is_some()),
            changes
                .added(Kind::Code)
                .filter(|code| code_labels::text(code.item).is_none()),
        );
        let found = pairs.into_iter().filter_map(|[old, new]| {
            let lists = changes.lists(old.change)?;
            let data = lists.of_texts(code_labels::texts(old.item));
            let classes: &[Class] = match data.old {
                Verdict::Yes => &[Class::Risky],
                _ => &[Class::Breaking],
            };
            let found = Found::new(old.index, code_labels::code(old.item)).and([new.index]);
            Some(
                found
                    .classes(classes)
                    .viewpoints(data.with(lists.rust_names_codes(), Verdict::Yes)),
            )
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| example::code(model, "department", "9").code = None,
    },
};
