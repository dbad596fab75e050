//! V026: a translation was removed.

use beraad_describe::Language;
use serde_json::Value;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{label, variable};
use crate::rule::{Attribute, Example, Found, Rule};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "V026",
    title: "a translation was removed",
    is_about_words: true,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "An edition of the codebook has no text in its language here.",
    remedy: "Keep the texts of all editions.",
    find: |changes| {
        let texts = changes.texts();
        let removed = texts.filter(|(_, change)| *change == TextChange::LanguageRemoved);
        removed
            .map(|(attribute, _)| {
                Found::new(
                    attribute.index,
                    format!("{} in {}", attribute.name, lost(&attribute)),
                )
            })
            .collect()
    },
    example: Example {
        old: |model| {
            variable(model, "loan", "renewals")
                .label
                .set(Language::FR, "Prolongations");
        },
        new: |model| {
            variable(model, "loan", "renewals").label =
                label("Aantal verlengingen", "Number of renewals");
        },
    },
};

/// Returns the languages of the old text that the new one lacks.
fn lost(attribute: &Attribute<'_, '_>) -> String {
    let old = attribute.old.and_then(Value::as_object);
    let new = attribute.new.and_then(Value::as_object);
    let languages = old.into_iter().flat_map(|texts| texts.keys());
    let lost = languages.filter(|language| !new.is_some_and(|texts| texts.contains_key(*language)));
    lost.cloned().collect::<Vec<_>>().join(", ")
}
