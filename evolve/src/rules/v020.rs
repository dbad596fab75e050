//! V020: the unit is another one.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{label, variable};
use crate::item::Kind;
use crate::rule::{Example, Rule};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "V020",
    title: "the unit is another one",
    is_about_words: true,
    classes: &[Class::Semantic, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "The same number is another amount, and every schema still accepts it.",
    remedy: "Add a variable with the new unit, and record a break in series.",
    find: |changes| {
        let texts = changes.texts_in_other_words(Kind::Column, "unit");
        texts
            .map(|(attribute, change)| {
                if change == TextChange::Added {
                    attribute
                        .found()
                        .classes(&[Class::Doc])
                        .viewpoints(Viewpoints::ALL_YES)
                } else {
                    attribute.found().classes(&[Class::Semantic])
                }
            })
            .collect()
    },
    example: Example {
        old: |model| variable(model, "loan", "renewals").unit = Some(label("dagen", "days")),
        new: |model| variable(model, "loan", "renewals").unit = Some(label("weken", "weeks")),
    },
};
