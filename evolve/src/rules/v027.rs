//! V027: the phrase of the decision changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V027",
    title: "the phrase of the decision changed",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Another phrase authorises the column. The rows are what they were, and nobody can trace them to the former phrase.",
    remedy: "Check the phrase against the text of the decision.",
    find: |changes| {
        let names = [
            "phrase.paragraph",
            "phrase.heading",
            "phrase.term",
            "phrase.of",
        ];
        let phrases = changes.attributes(Kind::Column);
        let phrases = phrases.filter(|attribute| names.contains(&attribute.name));
        phrases.map(|attribute| attribute.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| variable(model, "loan", "renewals").phrase.term = "de verlengingen".into(),
    },
};
