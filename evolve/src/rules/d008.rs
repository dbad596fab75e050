//! D008: an amendment of the decision was added.

use beraad_describe::Date;

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::{Kind, items};
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D008",
    title: "an amendment of the decision was added",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The amendment is the normal way to a new authorisation, and allows nothing that the model does not state elsewhere.",
    remedy: "Name the amendment where another finding needs an authorisation.",
    find: |changes| {
        let amended = changes
            .attribute(Kind::Decision, "amended")
            .filter(|amended| {
                let (old, new) = (items(amended.old), items(amended.new));
                old.is_subset(&new)
            });
        amended.map(|amended| amended.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.amended.push(Date::ymd(2022, 4, 5)),
    },
};
