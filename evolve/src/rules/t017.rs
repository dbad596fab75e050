//! T017: a key became known.

use beraad_describe::Identity;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::item::Kind;
use crate::rule::{Changes, Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "T017",
    title: "a key became known",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::Undecided, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "A check of a delivery rejects rows with the same values in the columns of the key, which it accepted before. As for an added rule, stored rows may be among them, and only the data decide.",
    remedy: "Check the stored data for rows that repeat under the key.",
    find: |changes| {
        let keys = changes.attribute(Kind::Block, "identity.key");
        let keys = keys.filter(|key| key.old.is_none());
        keys.map(|key| key.found().and(reason(changes, key.pair().new.text("id"))))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            block(model, "loan").identity =
                Identity::Key(vec!["person".into(), "loan_month".into()]);
        },
    },
};

/// Returns the change of the reason why no key is known.
fn reason(changes: &Changes<'_>, block: &str) -> Option<usize> {
    let mut reasons = changes.attribute(Kind::Block, "identity.no_known_key");
    let reason = reasons.find(|reason| reason.pair().new.text("id") == block);
    reason.map(|reason| reason.index)
}
