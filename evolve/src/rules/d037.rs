//! D037: a heading was removed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::observed;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D037",
    title: "a heading was removed",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The blocks that carry it out have no basis any more, and their declarations do not compile.",
    remedy: "Remove the blocks in the same version, and destroy their data.",
    find: |changes| {
        let headings = changes.removed(Kind::Heading);
        let found = headings.map(|heading| {
            let terms = heading.item.children_of(Kind::Term).count();
            let found = Found::new(
                heading.index,
                format!("with {terms} phrase{}", if terms == 1 { "" } else { "s" }),
            );
            let found = found.viewpoints(observed::viewpoints_of_states(changes, Verdict::Yes));
            if terms == 0 {
                return found.classes(&[Class::Doc]).remedy("None is needed.");
            }
            let viewpoints = observed::viewpoints_of_states(changes, Verdict::Yes);
            found
                .classes(&[Class::Breaking])
                .viewpoints(viewpoints.with_rust_api(Verdict::Undecided))
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| drop(model.deliberation.headings.pop()),
    },
};
