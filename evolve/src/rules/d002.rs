//! D002: the observation window was shortened.

use beraad_describe::Window;

use crate::class::{Class, Verdict, Viewpoints};
use crate::observed;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D002",
    title: "the observation window was shortened",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Rows outside the new window were valid and are errors now.",
    remedy: "Remove the rows outside the new window from stored files, or keep the old model for them.",
    find: |changes| {
        observed::found_windows(changes, |old, new| {
            let (covers_old, covers_new) = (observed::covers(new, old), observed::covers(old, new));
            !covers_old && covers_new
        })
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.window = Window::of_years(2011, 2015),
    },
};
