//! D003: the observation window was moved.

use beraad_describe::Window;

use crate::class::{Class, Verdict, Viewpoints};
use crate::observed;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D003",
    title: "the observation window was moved",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Disclosure],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::Yes, Verdict::Yes),
    why: "Some time was added, which the decision must allow, and rows of other time are errors now.",
    remedy: "Extend the window instead, or keep the old model for the old rows.",
    find: |changes| {
        observed::found_windows(changes, |old, new| {
            let (covers_old, covers_new) = (observed::covers(new, old), observed::covers(old, new));
            !covers_old && !covers_new
        })
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.window = Window::of_years(2012, 2017),
    },
};
