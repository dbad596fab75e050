//! D039: a heading was moved to another paragraph.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::observed;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::stated::Effect;

pub(super) static RULE: Rule = Rule {
    id: "D039",
    title: "a heading was moved to another paragraph",
    is_about_words: false,
    classes: &[
        Class::Risky,
        Class::Disclosure,
        Class::Breaking,
        Class::Semantic,
    ],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Undecided),
    why: "What the paragraph states counts for the heading: the provider, the precision of dates, the form of amounts.",
    remedy: "State in the heading what it should keep.",
    find: |changes| {
        let moved = changes.attribute(Kind::Heading, "paragraph");
        let found = moved.map(|moved| {
            let mut effect = Effect::default();
            let (old, new): (Vec<_>, Vec<_>) = moved
                .change
                .within
                .iter()
                .map(|pair| (pair.old, pair.new))
                .unzip();
            effect.add(&old, &new);
            let parts = std::iter::once(moved.change_text()).chain(effect.parts.iter().cloned());
            let found = Found::new(moved.index, parts.collect::<Vec<_>>().join(", "))
                .and(changes.that_name_heading(&moved));
            let found = found.classes(effect.classes().unwrap_or(&[Class::Risky]));
            let series = if effect.is_none() {
                Verdict::Yes
            } else {
                Verdict::Undecided
            };
            let viewpoints = observed::viewpoints_of_states(changes, series);
            found.viewpoints(viewpoints.with_rust_api(effect.rust_api()))
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.headings[0].paragraph = "3".into(),
    },
};
