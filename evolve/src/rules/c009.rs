//! C009: a label is spelled differently or was translated.

use beraad_describe::Language;

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_labels;
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "C009",
    title: "a label is spelled differently or was translated",
    is_about_words: true,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The words that were there are the same.",
    remedy: "None is needed.",
    find: |changes| {
        let labels = changes.attribute(Kind::Meaning, "label");
        let labels = labels.filter(|label| !TextChange::of(label.old, label.new).is_of_words());
        let of_codes = labels.map(|label| Found::new(label.index, label.change_text()));
        // A code without a text is found by its label, so that another spelling looks like another code.
        let unpublished = code_labels::unpublished_with_the_same_words(changes).into_iter();
        let of_unpublished = unpublished.map(|[old, new]| {
            let (old_label, new_label) = (
                code_labels::meanings(old.item),
                code_labels::meanings(new.item),
            );
            let message = format!("a code without a text: {old_label} -> {new_label}");
            Found::new(new.index, message).and([old.index])
        });
        of_codes.chain(of_unpublished).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let label = &mut example::meaning(model, "sex", "M").label;
            label.set(Language::FR, "homme");
        },
    },
};
