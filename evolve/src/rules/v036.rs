//! V036: the phrase allows another precision of dates, or its dispute is described otherwise.

use beraad_describe::Grain;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V036",
    title: "the phrase allows another precision of dates, or its dispute is described otherwise",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "It follows from the decision, whose change has a finding of its own; the type of the column is what it was.",
    remedy: "Check the dates of the column against the decision.",
    find: |changes| {
        let dates = changes.attribute(Kind::Column, "phrase.dates");
        let disputes = changes.attribute(Kind::Column, "phrase.disputed");
        dates
            .chain(disputes)
            .map(|attribute| attribute.found())
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| variable(model, "loan", "renewals").phrase.dates = Grain::Quarter,
    },
};
