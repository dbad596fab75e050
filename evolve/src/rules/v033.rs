//! V033: the certainty of a type or of a match changed.

use std::str::FromStr;

use beraad_describe::{MatchQuality, TypeCertainty};
use serde_json::Value;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::item::Kind;
use crate::rule::{Attribute, Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V033",
    title: "the certainty of a type or of a match changed",
    is_about_words: false,
    classes: &[Class::Doc, Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "What is less certain than before may turn out to be otherwise when the data arrive.",
    remedy: "Check the first delivery against the alternatives.",
    find: |changes| {
        let names = ["certainty", "match_quality", "alternatives"];
        let changed = changes.attributes(Kind::Column);
        let changed = changed.filter(|attribute| names.contains(&attribute.name));
        changed
            .map(|attribute| {
                let found = Found::new(
                    attribute.index,
                    format!("{}: {}", attribute.name, attribute.change_text()),
                );
                if is_lower(&attribute) {
                    found.classes(&[Class::Risky])
                } else {
                    found.classes(&[Class::Doc]).remedy("None is needed.")
                }
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| variable(model, "loan", "renewals").certainty = TypeCertainty::Assumed,
    },
};

/// Returns whether less is certain than before.
fn is_lower(attribute: &Attribute<'_, '_>) -> bool {
    let (old, new) = (attribute.old_text(), attribute.new_text());
    match attribute.name {
        "certainty" => match (TypeCertainty::from_str(old), TypeCertainty::from_str(new)) {
            (Ok(old), Ok(new)) => new < old,
            _ => false,
        },
        "match_quality" => match (MatchQuality::from_str(old), MatchQuality::from_str(new)) {
            (Ok(old), Ok(new)) => new < old,
            _ => false,
        },
        _ => {
            let count = |value: Option<&Value>| value.and_then(Value::as_array).map_or(0, Vec::len);
            count(attribute.new) > count(attribute.old)
        }
    }
}
