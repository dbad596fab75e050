//! D028: a property or the relatives of phrases are stated in another way with the same effect.

use beraad_describe::Grain;

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::stated::{Difference, Stated, relatives};

pub(super) static RULE: Rule = Rule {
    id: "D028",
    title: "a property or the relatives of phrases are stated in another way with the same effect",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The nearest statement counts, or what is true without one, and that is the same as before.",
    remedy: "None is needed.",
    find: |changes| {
        let stated = changes
            .stated()
            .filter(|change| change.stated.difference() == Difference::None);
        let stated = stated.map(|change| {
            let Stated { property, new, .. } = &change.stated;
            let value = if new.is_empty() { "none" } else { new };
            Found::new(change.index, format!("{property}: {value} as before"))
        });
        let kinds = [Kind::Heading, Kind::Term].into_iter();
        let lists = kinds.flat_map(|kind| changes.attribute(kind, "relatives"));
        let same = lists.filter(|list| {
            relatives(&list.change.within)
                .iter()
                .all(|(old, new)| old == new)
        });
        stated.chain(same.map(|list| list.found())).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.headings[0].dates = Some(Grain::Month),
    },
};
