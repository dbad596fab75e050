//! T019: the reason why no key is known changed.

use beraad_describe::Identity;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{block, label};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "T019",
    title: "the reason why no key is known changed",
    is_about_words: true,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "It explains the rows to people; nothing depends on it.",
    remedy: "None is needed.",
    find: |changes| {
        let texts = changes.texts_in_other_words(Kind::Block, "identity.no_known_key");
        texts.map(|(attribute, _)| attribute.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            block(model, "loan").identity = Identity::NoKnownKey(label("niet gekend", "not known"));
        },
    },
};
