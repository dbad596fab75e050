//! C019: the standard of a code list changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "C019",
    title: "the standard of a code list changed",
    is_about_words: false,
    classes: &[Class::Semantic, Class::Risky, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "The same code means something else in another standard or in another version of it.",
    remedy: "Describe both as lists with their periods, and record a break in series.",
    find: |changes| {
        let standards = changes.attribute(Kind::CodeList, "standard");
        let found = standards.map(|standard| {
            let (classes, series): (&[Class], _) = match TextChange::of(standard.old, standard.new)
            {
                TextChange::Removed => (&[Class::Risky], Verdict::Undecided),
                change if change.is_of_words() => (&[Class::Semantic], Verdict::No),
                _ => (&[Class::Doc], Verdict::Yes),
            };
            let yes = Verdict::Yes;
            standard
                .found()
                .classes(classes)
                .viewpoints(Viewpoints::new(yes, yes, yes, series))
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| example::list(model, "department").standard = Some("ISO 2".into()),
    },
};
