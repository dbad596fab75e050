//! D031: a phrase was added.

use beraad_describe::Term;

use crate::change::Pair;
use crate::class::{Class, Verdict, Viewpoints};
use crate::item::{Item, Kind};
use crate::rule::{Example, Found, Rule, Single, unchanged};
use crate::stated::stated;

pub(super) static RULE: Rule = Rule {
    id: "D031",
    title: "a phrase was added",
    is_about_words: false,
    classes: &[Class::Disclosure],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The decision names more variables than before.",
    remedy: "Name the amendment of the decision that adds the phrase.",
    find: |changes| {
        let terms = changes.added(Kind::Term);
        terms
            .map(|term| Found::new(term.index, stated_for(&term, |pair| pair.new)))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            model.deliberation.headings[0]
                .terms
                .push(Term::new("de titel"));
        },
    },
};

/// Returns what a model states for a term that the other one does not have, for a message.
pub(super) fn stated_for<'m>(term: &Single<'_, 'm>, side: fn(&Pair<'m>) -> &'m Item) -> String {
    let mut items: Vec<_> = term.change.within.iter().map(side).collect();
    items.push(term.item);
    let provider = match &*stated("provider", &items) {
        "" => String::new(),
        provider => format!("from {provider:?}, "),
    };
    format!("{provider}with dates by {}", stated("dates", &items))
}
