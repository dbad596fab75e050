//! C037: the definition of a code list changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "C037",
    title: "the definition of a code list changed",
    is_about_words: true,
    classes: &[Class::Semantic, Class::Risky, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "By its definition, the list contains other things than before. The words of one language may be a better translation.",
    remedy: "If the list is another one, give it another id. If only the words changed, say so where the change is accepted.",
    find: |changes| {
        let texts = changes.attribute(Kind::CodeList, "definition");
        let found = texts.map(|text| {
            let (classes, series): (&[Class], _) = match TextChange::of(text.old, text.new) {
                TextChange::AllLanguages => (&[Class::Semantic], Verdict::No),
                TextChange::SomeLanguages => (&[Class::Risky], Verdict::Undecided),
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
            example::list(model, "sex").definition =
                example::label("Geslacht bij de geboorte.", "Sex at birth.");
        },
    },
};
