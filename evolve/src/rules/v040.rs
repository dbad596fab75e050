//! V040: the former names changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V040",
    title: "the former names changed",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "They only connect a rename with what was there before.",
    remedy: "Keep the former names as long as old data are kept.",
    find: |changes| {
        let columns = changes.attribute(Kind::Column, "renamed_from");
        let blocks = changes.attribute(Kind::Block, "renamed_from");
        columns.chain(blocks).map(|names| names.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| variable(model, "loan", "renewals").renamed_from = vec!["extensions".into()],
    },
};
