//! C018: a code of a missing value was added or removed.

use beraad_describe::MissingReason;

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_labels;
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C018",
    title: "a code of a missing value was added or removed",
    is_about_words: false,
    classes: &[Class::Risky, Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::No, Verdict::No, Verdict::Yes),
    why: "Rows without a value are counted apart, and their number belongs to no other code. Removed from a closed list, the code is an error.",
    remedy: "Say in a remark since when the source uses the code; end it instead of removing it.",
    find: |changes| {
        let added = changes.added(Kind::Code).map(|code| (code, "added"));
        let removed = changes.removed(Kind::Code).map(|code| (code, "removed"));
        let codes = added.chain(removed).filter(|(code, _)| {
            code_labels::is_missing(code.item) && code_labels::text(code.item).is_some()
        });
        let found = codes.filter_map(|(code, verb)| {
            let lists = changes.lists(code.change)?;
            let data = lists.of_texts(code_labels::texts(code.item));
            let classes: &[Class] = match data.old {
                Verdict::Yes => &[Class::Risky],
                _ => &[Class::Breaking],
            };
            let found = Found::new(
                code.index,
                format!("{verb}: {}", code_labels::code(code.item)),
            );
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
            let mut unknown = example::entry("X", "onbekend", "unknown");
            unknown.meanings[0].missing = Some(MissingReason::Unknown);
            example::list(model, "sex").codes.push(unknown);
        },
    },
};
