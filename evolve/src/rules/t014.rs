//! T014: the rows of a block exist for a longer period.

use beraad_describe::{Date, Period};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::item::Kind;
use crate::limits::Direction;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "T014",
    title: "the rows of a block exist for a longer period",
    is_about_words: false,
    classes: &[Class::Compatible, Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Undecided, Verdict::Yes, Verdict::Yes),
    why: "More rows exist than before. Outside the observation window of the decision they may not be delivered.",
    remedy: "Check the period against the observation window.",
    find: |changes| {
        let from = changes.attribute(Kind::Block, "valid.from");
        let to = changes.attribute(Kind::Block, "valid.to");
        let moved = from
            .chain(to)
            .filter(|day| Direction::of_period(day.name, day.old, day.new) == Direction::Wider);
        moved
            .map(|day| {
                let window = changes.new.deliberation.window.span();
                let new = changes.new.block(day.pair().new.text("id"));
                let is_within = new.is_some_and(|block| {
                    block.valid.from.is_none_or(|from| window.contains(from))
                        && block.valid.to.is_none_or(|to| window.contains(to))
                });
                let classes: &[Class] = if is_within {
                    &[Class::Compatible]
                } else {
                    &[Class::Risky]
                };
                day.found().classes(classes)
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| block(model, "loan").valid = Period::new(Some(Date::ymd(2010, 6, 1)), None),
    },
};
