//! D004: the observation window is written differently.

use beraad_describe::Window;

use crate::class::{Class, Verdict, Viewpoints};
use crate::observed;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D004",
    title: "the observation window is written differently",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The window has the same days.",
    remedy: "None is needed.",
    find: |changes| {
        observed::found_windows(changes, |old, new| {
            let (covers_old, covers_new) = (observed::covers(new, old), observed::covers(old, new));
            covers_old && covers_new
        })
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.window = Window::Years((2010..=2015).collect()),
    },
};
