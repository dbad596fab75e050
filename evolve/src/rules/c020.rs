//! C020: the order of codes changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule};

pub(super) static RULE: Rule = Rule {
    id: "C020",
    title: "the order of codes changed",
    is_about_words: false,
    classes: &[Class::Semantic, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "Programs compare the codes of an ordinal variable by their order, in silence. Of other variables, only tables change.",
    remedy: "Keep the order of an ordinal list, and add codes where they belong.",
    find: |changes| {
        let orders = changes.orders(Kind::Code);
        let found = orders.map(|(index, change)| {
            let message = change.changed_order(Kind::Code);
            let is_ordinal = changes
                .lists(change)
                .is_some_and(|lists| lists.is_ordinal());
            let (classes, series): (&[Class], _) = if is_ordinal {
                (&[Class::Semantic], Verdict::No)
            } else {
                (&[Class::Doc], Verdict::Yes)
            };
            let yes = Verdict::Yes;
            let found = Found::new(index, message).classes(classes);
            found.viewpoints(Viewpoints::new(yes, yes, yes, series))
        });
        found.collect()
    },
    example: Example {
        old: example::with_classes,
        new: |model| example::list(model, "fine_class").codes.reverse(),
    },
};
