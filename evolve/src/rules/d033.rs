//! D033: a phrase has the same words in another spelling.

use crate::change::Pair;
use crate::class::{Class, Verdict, Viewpoints};
use crate::followers::PhrasePair;
use crate::item::{Item, Kind};
use crate::rule::{Example, Found, Rule, unchanged};
use crate::text_change::words;

pub(super) static RULE: Rule = Rule {
    id: "D033",
    title: "a phrase has the same words in another spelling",
    is_about_words: true,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Capitals, punctuation or spaces do not change what the phrase authorises.",
    remedy: "Quote the phrase letter by letter, as in the text of the decision.",
    find: |changes| {
        let mut found: Vec<Found> = Vec::new();
        for new in changes.added(Kind::Term) {
            let heading = new.change.owner().new;
            let old = changes.removed(Kind::Term).find(|old| {
                std::ptr::eq(old.change.owner().new, heading)
                    && found
                        .iter()
                        .all(|found| !found.explains.contains(&old.index))
                    && is_same(old.item, new.item)
            });
            if let Some(old) = old {
                let message = format!("{:?} -> {:?}", old.item.name(), new.item.name());
                let headings = new.change.owner();
                let terms = Pair {
                    old: old.item,
                    new: new.item,
                };
                let columns = changes.columns_of_phrase(&PhrasePair { headings, terms });
                found.push(Found::new(new.index, message).and([old.index]).and(columns));
            }
        }
        found
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.headings[0].terms[0].term = "de Datum van uitlening".into(),
    },
};

/// Returns whether two terms have the same words, and everything else in common.
fn is_same(old: &Item, new: &Item) -> bool {
    let texts = |item: &Item| {
        let texts = ["of", "term"].map(|name| item.attributes.get(name).map(words));
        let mut rest = item.attributes.clone();
        rest.retain(|name, _| name != "of" && name != "term");
        (texts, rest)
    };
    texts(old) == texts(new)
}
