//! D035: the dispute about a precision changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "D035",
    title: "the dispute about a precision changed",
    is_about_words: true,
    classes: &[Class::Risky, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Whether the phrase allows the precision is in doubt, or is not any more.",
    remedy: "Ask the committee, and follow the coarser reading until it answers.",
    find: |changes| {
        let texts = changes.attribute(Kind::Term, "disputed");
        texts
            .map(|text| {
                let place = &changes.all[text.index];
                let columns = changes.columns_below(place, "phrase.disputed", None);
                let found = Found::new(text.index, text.change_text()).and(columns);
                match text.text_change() {
                    TextChange::Removed => found
                        .classes(&[Class::Risky])
                        .remedy("Name the answer of the committee that settles it."),
                    change if change.is_of_words() => found.classes(&[Class::Doc]),
                    _ => found.classes(&[Class::Risky]),
                }
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.headings[0].terms[1].disputed = None,
    },
};
