//! C030: the date that decides what codes mean changed.

use beraad_describe::ReadAt;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C030",
    title: "the date that decides what codes mean changed",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::Yes, Verdict::No),
    why: "A code that has several meanings is read as another one of them, and rows may become valid or invalid.",
    remedy: "Record a break in series, and say in `why` which date the source uses.",
    find: |changes| {
        let dates = changes.attribute(Kind::CodeList, "read_at");
        let found = dates.filter_map(|date| {
            let data = changes.lists(date.change)?.of_common_texts();
            Some(
                date.found()
                    .viewpoints(data.with(Verdict::Yes, Verdict::No)),
            )
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| example::list(model, "sex").read_at = ReadAt::EventDate,
    },
};
