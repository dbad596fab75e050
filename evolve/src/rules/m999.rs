//! M999: a difference that no other rule explains.

use crate::change::What;
use crate::class::{Class, Verdict, Viewpoints};
use crate::rule::{Example, Found, Rule, unchanged};
use crate::shown::quoted;

/// The last rule: it explains what is left, so that no difference is silent.
pub(super) static RULE: Rule = Rule {
    id: "M999",
    title: "another difference",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::new(
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::Undecided,
    ),
    why: "No rule knows this kind of difference, so nothing is known about its consequences.",
    remedy: "Report it: a rule is missing.",
    find: |changes| {
        let open = changes.open();
        open.map(|(index, change)| {
            let message = match change.what {
                What::Added(_) => "added".to_owned(),
                What::Removed(_) => "removed".to_owned(),
                What::Attribute { name, old, new } => {
                    format!("{name}: {} -> {}", quoted(old), quoted(new))
                }
                What::Order(kind) => format!("the order of each {kind}"),
            };
            Found::new(index, message)
        })
        .collect()
    },
    example: Example {
        old: unchanged,
        new: unchanged,
    },
};
