//! K005: a constraint applies to other columns.

use beraad_describe::AppliesTo;
use serde_json::Value;

use super::k001::{looser, other, stricter};
use crate::class::{Class, Viewpoints};
use crate::item::{Kind, items};
use crate::rule::{Attribute, Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "K005",
    title: "a constraint applies to other columns",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Risky, Class::Compatible, Class::Doc],
    viewpoints: Viewpoints::OF_OTHER_CHECK,
    why: "Data in more columns must meet it, or in fewer. A check of a single row does not read constraints.",
    remedy: "Add a constraint of its own for more columns.",
    find: |changes| {
        let mut found: Vec<Found> = Vec::new();
        let attributes = changes.attributes(Kind::Constraint);
        let mut attributes: Vec<_> = attributes
            .filter(|it| it.name.starts_with("applies_to."))
            .collect();
        // A constraint that applied to columns, and to a subject now, has two changed attributes.
        while let Some(first) = attributes.first().copied() {
            let constraint = first.pair().new;
            let (own, others): (Vec<_>, Vec<_>) = attributes
                .into_iter()
                .partition(|it| std::ptr::eq(it.pair().new, constraint));
            attributes = others;
            let value = |side: fn(&Attribute<'_, '_>) -> Option<String>| {
                own.iter().find_map(side).unwrap_or_default()
            };
            let old = value(|it| it.old.map(|old| shown(it.name, old)));
            let new = value(|it| it.new.map(|new| shown(it.name, new)));
            let (classes, viewpoints): (&[Class], _) =
                if own.len() == 1 && first.name == "applies_to.columns" {
                    let (old, new) = (items(first.old), items(first.new));
                    if old == new {
                        (&[Class::Doc], Viewpoints::ALL_YES)
                    } else if new.is_subset(&old) {
                        looser(first.pair().old)
                    } else if old.is_subset(&new) {
                        stricter(constraint)
                    } else {
                        other(first.pair())
                    }
                } else {
                    other(first.pair())
                };
            let rest = own.iter().skip(1).map(|it| it.index);
            found.push(
                Found::new(first.index, format!("{old} -> {new}"))
                    .and(rest)
                    .classes(classes)
                    .viewpoints(viewpoints),
            );
        }
        found
    },
    example: Example {
        old: unchanged,
        new: |model| model.constraints[0].applies_to = AppliesTo::Subject("person".into()),
    },
};

/// Returns what a constraint applies to, for a message.
fn shown(name: &str, value: &Value) -> String {
    let value = crate::shown::shown(value);
    if name == "applies_to.subject" {
        format!("each column of the subject {value}")
    } else {
        format!("[{value}]")
    }
}
