//! R002: a rule was removed.

use super::r001::shown;
use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "R002",
    title: "a rule was removed",
    is_about_words: false,
    classes: &[Class::Compatible],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Undecided, Verdict::Yes, Verdict::Yes),
    why: "All old rows remain valid. New rows may violate the rule, and are errors under the old model then.",
    remedy: "Inform users who rely on the condition.",
    find: |changes| {
        let rules = changes.removed(Kind::Rule);
        let found = rules.map(|rule| {
            let forward = changes.new_rows_fulfil(rule.change);
            let found = Found::new(rule.index, shown(rule.item));
            found.viewpoints(Viewpoints::new(
                Verdict::Yes,
                forward,
                Verdict::Yes,
                Verdict::Yes,
            ))
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| block(model, "loan").rules.clear(),
    },
};
