//! C032: the text of a code was published.

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_labels;
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C032",
    title: "the text of a code was published",
    is_about_words: false,
    classes: &[Class::Compatible, Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::No, Verdict::Yes),
    why: "A meaning that was known without its text now belongs to a code of the rows.",
    remedy: "Check that rows did hold this text for this meaning.",
    find: |changes| {
        let pairs = code_labels::same_content(
            changes
                .removed(Kind::Code)
                .filter(|code| code_labels::text(code.item).is_none()),
            changes
                .added(Kind::Code)
                .filter(|code| code_labels::text(code.item).is_some()),
        );
        let found = pairs.into_iter().filter_map(|[old, new]| {
            let lists = changes.lists(new.change)?;
            let data = lists.of_texts(code_labels::texts(new.item));
            let classes: &[Class] = match data.old {
                Verdict::Yes => &[Class::Compatible],
                _ => &[Class::Breaking],
            };
            let found = Found::new(new.index, code_labels::code(new.item)).and([old.index]);
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
        new: |model| {
            let maps = example::list(model, "department").codes.last_mut();
            maps.expect("a code without a text").code = Some("K".into());
        },
    },
};
