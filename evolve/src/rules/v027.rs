//! V027: the phrase of the decision changed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V027",
    title: "the phrase of the decision changed",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The phrase is what authorises the column: without it, nobody can trace the data to the decision.",
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
