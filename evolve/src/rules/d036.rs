//! D036: a heading was added.

use beraad_describe::{Heading, Term};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::label;
use crate::item::Kind;
use crate::observed;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D036",
    title: "a heading was added",
    is_about_words: false,
    classes: &[Class::Disclosure, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The decision names more variables than before, if there are phrases under it.",
    remedy: "Name the amendment of the decision that adds the heading.",
    find: |changes| {
        let headings = changes.added(Kind::Heading);
        let found = headings.map(|heading| {
            let terms = heading.item.children_of(Kind::Term).count();
            let found = Found::new(
                heading.index,
                format!("with {terms} phrase{}", if terms == 1 { "" } else { "s" }),
            );
            let found = found.viewpoints(observed::viewpoints_of_states(changes, Verdict::Yes));
            if terms == 0 {
                found.classes(&[Class::Doc]).remedy("None is needed.")
            } else {
                found.classes(&[Class::Disclosure])
            }
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let mut heading = Heading::new("3", "Boetes", label("Boetes", "Fines"));
            heading.terms = vec![Term::new("de boete")];
            model.deliberation.headings.push(heading);
        },
    },
};
