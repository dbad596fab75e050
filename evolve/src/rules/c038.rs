//! C038: the short name of a code list changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "C038",
    title: "the short name of a code list changed",
    is_about_words: true,
    classes: &[Class::Risky, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "A name does not decide what the list contains.",
    remedy: "Change the definition too if the list contains something else.",
    find: |changes| {
        let texts = changes.attribute(Kind::CodeList, "label");
        let found = texts.map(|text| {
            let (classes, series): (&[Class], _) = match TextChange::of(text.old, text.new) {
                TextChange::AllLanguages => (&[Class::Risky], Verdict::Undecided),
                _ => (&[Class::Doc], Verdict::Yes),
            };
            let message = text.change_text();
            let yes = Verdict::Yes;
            let found = Found::new(text.index, message).classes(classes);
            found.viewpoints(Viewpoints::new(yes, yes, yes, series))
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            example::list(model, "department").label = Some(example::label("Zalen", "Rooms"));
        },
    },
};
