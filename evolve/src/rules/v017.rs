//! V017: a variable exists for a longer period.

use beraad_describe::{Date, Period};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::item::Kind;
use crate::limits::Direction;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "V017",
    title: "a variable exists for a longer period",
    is_about_words: false,
    classes: &[Class::Compatible],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "There are values for more periods than before.",
    remedy: "None is needed.",
    find: |changes| {
        let from = changes.attribute(Kind::Column, "valid.from");
        let to = changes.attribute(Kind::Column, "valid.to");
        let moved = from
            .chain(to)
            .filter(|day| Direction::of_period(day.name, day.old, day.new) == Direction::Wider);
        moved.map(|day| day.found()).collect()
    },
    example: Example {
        old: |model| {
            variable(model, "loan", "renewals").valid =
                Period::new(Some(Date::ymd(2012, 1, 1)), None);
        },
        new: |model| variable(model, "loan", "renewals").valid = Period::ALWAYS,
    },
};
