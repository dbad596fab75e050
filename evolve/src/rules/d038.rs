//! D038: the title of a heading changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::observed;
use crate::rule::{Example, Rule, unchanged};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "D038",
    title: "the title of a heading changed",
    is_about_words: true,
    classes: &[Class::Risky, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The title is a quotation, and blocks and variables refer to it.",
    remedy: "Check the title against the text of the decision.",
    find: |changes| {
        let titles = changes.attribute(Kind::Heading, "title");
        let found = titles.map(|title| {
            // A corrected title is often corrected in the label too.
            let heading = title.pair().new;
            let label = changes.attribute(Kind::Heading, "label");
            let label = label.filter(|label| std::ptr::eq(label.pair().new, heading));
            let label: Vec<_> = label.map(|label| label.index).collect();
            let found = title
                .found()
                .and(label)
                .and(changes.that_name_heading(&title))
                .viewpoints(observed::viewpoints_of_states(changes, Verdict::Yes));
            let is_spelling = title.text_change() == TextChange::Spelling;
            found.classes(if is_spelling {
                &[Class::Doc]
            } else {
                &[Class::Risky]
            })
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let heading = &mut model.deliberation.headings[0];
            heading.title = "Boeken".into();
        },
    },
};
