//! C017: a code counts as a missing value in one version only.

use beraad_describe::MissingReason;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C017",
    title: "a code counts as a missing value in one version only",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "Shares and averages are of other rows than before, since a missing value does not count.",
    remedy: "Compare series with the same codes left out on both sides.",
    find: |changes| {
        let reasons = changes.attribute(Kind::Meaning, "missing");
        let kind = reasons.filter(|reason| reason.old.is_none() || reason.new.is_none());
        let found = kind.map(|reason| {
            let message = match reason.old {
                None => format!("a value before, missing ({}) now", reason.new_text()),
                Some(_) => format!("missing ({}) before, a value now", reason.old_text()),
            };
            Found::new(reason.index, message)
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            example::meaning(model, "sex", "V").missing = Some(MissingReason::Unknown);
        },
    },
};
