//! D034: a phrase was moved to another heading with the same properties.

use crate::change::Pair;
use crate::class::{Class, Verdict, Viewpoints};
use crate::followers::PhrasePair;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, Single};
use crate::stated::{Effect, relatives};

pub(super) static RULE: Rule = Rule {
    id: "D034",
    title: "a phrase was moved to another heading with the same properties",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The phrase authorises the same: the provider, the precision, the form of amounts and the relatives are those of before.",
    remedy: "None is needed.",
    find: |changes| {
        let mut found: Vec<Found> = Vec::new();
        for new in changes.added(Kind::Term) {
            let old = changes.removed(Kind::Term).find(|old| {
                found
                    .iter()
                    .all(|found| !found.explains.contains(&old.index))
                    && is_same(old, &new)
            });
            if let Some(old) = old {
                let message = format!("from {}", old.change.owner().old.name());
                let phrases = PhrasePair {
                    headings: Pair {
                        old: old.change.owner().old,
                        new: new.change.owner().new,
                    },
                    terms: Pair {
                        old: old.item,
                        new: new.item,
                    },
                };
                found.push(
                    Found::new(new.index, message)
                        .and([old.index])
                        .and(changes.columns_of_phrase(&phrases)),
                );
            }
        }
        found
    },
    example: Example {
        old: |model| model.deliberation.headings[2].relatives.clear(),
        new: |model| {
            let term = model.deliberation.headings[1].terms.remove(1);
            model.deliberation.headings[2].terms.push(term);
        },
    },
};

/// Returns whether a term of the old model and one of the new model authorise the same.
fn is_same(old: &Single<'_, '_>, new: &Single<'_, '_>) -> bool {
    let mut from: Vec<_> = old.change.within.iter().map(|pair| pair.old).collect();
    let mut to: Vec<_> = new.change.within.iter().map(|pair| pair.new).collect();
    from.push(old.item);
    to.push(new.item);
    let mut effect = Effect::default();
    effect.add(&from, &to);
    let both = [
        Pair {
            old: from[2],
            new: to[2],
        },
        Pair {
            old: old.item,
            new: new.item,
        },
    ];
    let is_alike = relatives(&both).iter().all(|(old, new)| old == new);
    let attribute =
        |item: &'static str| old.item.attributes.get(item) == new.item.attributes.get(item);
    let is_same_text = ["of", "term", "disputed"].into_iter().all(attribute);
    effect.is_none() && is_alike && is_same_text
}
