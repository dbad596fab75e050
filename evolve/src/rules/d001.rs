//! D001: the observation window was extended.

use beraad_describe::Window;

use crate::class::{Class, Verdict, Viewpoints};
use crate::observed;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D001",
    title: "the observation window was extended",
    is_about_words: false,
    classes: &[Class::Disclosure],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::No, Verdict::Yes, Verdict::Yes),
    why: "The data describe more time than before, which the decision must allow. Rows of that time are errors under the old model.",
    remedy: "Name the amendment of the decision that extends the window.",
    find: |changes| {
        observed::found_windows(changes, |old, new| {
            let (covers_old, covers_new) = (observed::covers(new, old), observed::covers(old, new));
            covers_old && !covers_new
        })
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.window = Window::of_years(2010, 2017),
    },
};
