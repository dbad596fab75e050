//! C042: the first day of the file that documents a code changed.

use beraad_describe::Date;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C042",
    title: "the first day of the file that documents a code changed",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "It never makes a code invalid: nothing is known about the time before.",
    remedy: "None is needed.",
    find: |changes| {
        let days = changes.attribute(Kind::Meaning, "documented_from");
        days.map(|day| day.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            example::meaning(model, "sex", "M").documented_from = Some(Date::ymd(2012, 1, 1));
        },
    },
};
