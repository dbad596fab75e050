//! M003: a translation was removed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::label;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "M003",
    title: "a translation was removed",
    is_about_words: true,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Readers of that language get another language, or no text.",
    remedy: "Keep the translation, or remove the language as an edition of the model as a whole.",
    find: |changes| {
        let texts = changes
            .texts_of_decision()
            .filter(|text| text.text_change() == TextChange::LanguageRemoved);
        texts
            .map(|text| Found::new(text.index, format!("{}: {}", text.name, text.change_text())))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.subjects[0].name = label("persoon", "person"),
    },
};
