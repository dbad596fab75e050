//! T015: the rows of a block exist for a shorter period.

use beraad_describe::{Date, Period};

use crate::class::{Class, Viewpoints};
use crate::example::block;
use crate::item::Kind;
use crate::limits::Direction;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "T015",
    title: "the rows of a block exist for a shorter period",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::ALL_YES,
    why: "Stored rows outside the period have no place in the model any more. No check of a row reads the period, so that they are not found.",
    remedy: "Keep the period as long as data of it are kept.",
    find: |changes| {
        let from = changes.attribute(Kind::Block, "valid.from");
        let to = changes.attribute(Kind::Block, "valid.to");
        let moved = from
            .chain(to)
            .filter(|day| Direction::of_period(day.name, day.old, day.new) == Direction::Narrower);
        moved.map(|day| day.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| block(model, "loan").valid = Period::new(Some(Date::ymd(2012, 1, 1)), None),
    },
};
