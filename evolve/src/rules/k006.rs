//! K006: a constraint reads other columns.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::{Kind, items};
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "K006",
    title: "a constraint reads other columns",
    is_about_words: false,
    classes: &[Class::Risky, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The condition may be checked against other data, so that other data deviate from it. A check of a single row does not read constraints.",
    remedy: "Write the message so that it names the data that are compared.",
    find: |changes| {
        let found = changes.attribute(Kind::Constraint, "reads");
        found
            .map(|reads| {
                let is_same = items(reads.old) == items(reads.new);
                reads.found().classes(if is_same {
                    &[Class::Doc]
                } else {
                    &[Class::Risky]
                })
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.constraints[0].reads = vec!["member.person".into()].into(),
    },
};
