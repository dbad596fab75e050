//! T018: the key became unknown.

use beraad_describe::Identity;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{block, label};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "T018",
    title: "the key became unknown",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Undecided, Verdict::Yes, Verdict::No),
    why: "Rows may repeat under the former key: joins by it give more rows, without an error.",
    remedy: "Count the rows of each former key before you join by it.",
    find: |changes| {
        let keys = changes.attribute(Kind::Block, "identity.key");
        let keys = keys.filter(|key| key.new.is_none());
        keys.map(|key| {
            let mut reasons = changes.attribute(Kind::Block, "identity.no_known_key");
            let block = key.pair().new.text("id");
            let reason = reasons.find(|reason| reason.pair().new.text("id") == block);
            key.found().and(reason.map(|reason| reason.index))
        })
        .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            block(model, "member").identity =
                Identity::NoKnownKey(label("niet gekend", "not known"));
        },
    },
};
