//! T016: a block belongs to another heading of the decision.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::item::Kind;
use crate::observed;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "T016",
    title: "a block belongs to another heading of the decision",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Undecided, Verdict::Yes),
    why: "Another phrase of the decision authorises the rows. Its Rust type may be in another module.",
    remedy: "Check that the other heading names the same data.",
    find: |changes| {
        let paragraphs = changes.attribute(Kind::Block, "paragraph");
        let headings = changes.attribute(Kind::Block, "heading");
        paragraphs
            .chain(headings)
            .map(|attribute| {
                // The other heading may say that the state is that of another day.
                let viewpoints = observed::viewpoints_of_states(changes, Verdict::Yes);
                attribute.found().viewpoints(Viewpoints {
                    rust_api: Verdict::Undecided,
                    ..viewpoints
                })
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| block(model, "member").paragraph = "4".into(),
    },
};
