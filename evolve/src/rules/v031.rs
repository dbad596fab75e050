//! V031: the evidence changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::shown::changed_items;

pub(super) static RULE: Rule = Rule {
    id: "V031",
    title: "the evidence changed",
    is_about_words: true,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "It says where a description comes from; the description itself has findings of its own.",
    remedy: "None is needed.",
    find: |changes| {
        let columns = changes.attribute(Kind::Column, "evidence");
        let blocks = changes.attribute(Kind::Block, "evidence");
        columns
            .chain(blocks)
            .map(|evidence| Found::new(evidence.index, changed_items(evidence.old, evidence.new)))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| variable(model, "loan", "renewals").evidence = vec!["a letter".into()],
    },
};
