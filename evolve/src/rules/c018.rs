//! C018: codes of missing values were added or removed.

use beraad_describe::MissingReason;

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_groups::CodeGroup;
use crate::code_labels;
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Rule, Single, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C018",
    title: "codes of missing values were added or removed",
    is_about_words: false,
    classes: &[Class::Risky, Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::No, Verdict::No, Verdict::Yes),
    why: "Rows without a value are counted apart, and their number belongs to no other code. Removed from a closed list, the code is an error.",
    remedy: "Say in a remark since when the source uses the code; end it instead of removing it.",
    find: |changes| {
        let is_missing = |code: &Single<'_, '_>| {
            code_labels::is_missing(code.item) && code_labels::text(code.item).is_some()
        };
        let group = |verb| CodeGroup {
            verb,
            is_of_rule: |_| true,
            classes: [&[Class::Risky], &[Class::Breaking]],
        };
        let added = changes.added(Kind::Code).filter(is_missing);
        let removed = changes.removed(Kind::Code).filter(is_missing);
        let mut found = group("added: ").found(changes, added);
        found.extend(group("removed: ").found(changes, removed));
        found
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let mut unknown = example::entry("X", "onbekend", "unknown");
            unknown.meanings[0].missing = Some(MissingReason::Unknown);
            example::list(model, "sex").codes.push(unknown);
        },
    },
};
