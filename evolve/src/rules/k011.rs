//! K011: a constraint is computed otherwise.

use beraad_describe::Condition;
use serde::Deserialize;
use serde_json::Value;

use super::k001::stricter;
use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "K011",
    title: "a constraint is computed otherwise",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Risky, Class::Compatible],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "A check of a whole delivery computes the condition, and may find other rows. A check of a single row does not read constraints.",
    remedy: "Check the last delivery with both, and compare the numbers.",
    find: |changes| {
        let conditions = changes.attribute(Kind::Constraint, "condition");
        conditions
            .map(|condition| {
                let (classes, viewpoints): (&[Class], _) = if condition.new.is_none() {
                    (&[Class::Compatible], Viewpoints::ALL_YES)
                } else {
                    stricter(condition.pair().new)
                };
                let (old, new) = (shown(condition.old), shown(condition.new));
                Found::new(condition.index, format!("{old} -> {new}"))
                    .classes(classes)
                    .viewpoints(viewpoints)
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let columns = vec!["return_month".into()];
            model.constraints[0].condition = Some(Condition::NoneOf(columns.into()));
        },
    },
};

/// Returns a condition in words.
fn shown(condition: Option<&Value>) -> String {
    let condition = condition.and_then(|it| Condition::deserialize(it).ok());
    condition.map_or_else(|| "none".to_owned(), |it| it.to_string())
}
