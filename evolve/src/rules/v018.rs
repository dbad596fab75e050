//! V018: a variable exists for a shorter period.

use beraad_describe::{Date, Period};

use crate::class::{Class, Viewpoints};
use crate::example::variable;
use crate::item::Kind;
use crate::limits::Direction;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V018",
    title: "a variable exists for a shorter period",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::ALL_YES,
    why: "Values outside the period are not explained any more. No check of a row reads the period, so that they are not found.",
    remedy: "Keep the period as long as data of it are kept.",
    find: |changes| {
        let from = changes.attribute(Kind::Column, "valid.from");
        let to = changes.attribute(Kind::Column, "valid.to");
        let moved = from
            .chain(to)
            .filter(|day| Direction::of_period(day.name, day.old, day.new) == Direction::Narrower);
        moved.map(|day| day.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            variable(model, "loan", "renewals").valid =
                Period::new(Some(Date::ymd(2014, 1, 1)), None);
        },
    },
};
