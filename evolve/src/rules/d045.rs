//! D045: the wording of a phrase changed.

use crate::change::Pair;
use crate::class::{Class, Viewpoints};
use crate::example::variable;
use crate::followers::{PhrasePair, has_same_columns};
use crate::item::{Item, Kind};
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "D045",
    title: "the wording of a phrase changed",
    is_about_words: true,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::ALL_YES,
    why: "The same columns carry out the phrase, and its properties are the same. Other words may authorise something else.",
    remedy: "Check the phrase against the text of the decision.",
    find: |changes| {
        let mut found: Vec<Found> = Vec::new();
        for new in changes.added(Kind::Term) {
            let headings = new.change.owner();
            let phrases = |old| PhrasePair {
                headings,
                terms: Pair { old, new: new.item },
            };
            let old = changes.removed(Kind::Term).find(|old| {
                std::ptr::eq(old.change.owner().new, headings.new)
                    && found
                        .iter()
                        .all(|found| !found.explains.contains(&old.index))
                    && has_same_properties(old.item, new.item)
                    && has_same_columns(new.change, &phrases(old.item))
            });
            if let Some(old) = old {
                let message = format!("{:?} -> {:?}", old.item.name(), new.item.name());
                let columns = changes.columns_of_phrase(&phrases(old.item));
                found.push(Found::new(new.index, message).and([old.index]).and(columns));
            }
        }
        found
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let term = &mut model.deliberation.headings[0].terms;
            let term = term.iter_mut().find(|term| term.term == RENEWALS);
            term.expect("a phrase of the example model").term = "de verlengingen".into();
            variable(model, "loan", "renewals").phrase.term = "de verlengingen".into();
        },
    },
};

/// The phrase that the example changes.
const RENEWALS: &str = "het aantal verlengingen";

/// Returns true if two terms have all but their words in common.
fn has_same_properties(old: &Item, new: &Item) -> bool {
    let rest = |item: &Item| {
        let mut rest = item.attributes.clone();
        rest.retain(|name, _| name != "of" && name != "term");
        rest
    };
    rest(old) == rest(new)
}
