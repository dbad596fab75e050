//! K011: the computation of a constraint was added, removed or changed.

use beraad_describe::{AgeLimits, Condition};
use serde::Deserialize;
use serde_json::Value;

use super::k001::{looser, other, stricter};
use crate::class::{Class, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "K011",
    title: "the computation of a constraint was added, removed or changed",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Risky, Class::Compatible],
    viewpoints: Viewpoints::OF_OTHER_CHECK,
    why: "A check of a whole delivery computes the condition, and may find other rows. A check of a single row does not read constraints.",
    remedy: "Check the last delivery with both, and compare the numbers.",
    find: |changes| {
        let conditions = changes.attribute(Kind::Constraint, "condition");
        conditions
            .map(|condition| {
                let [old, new] = [condition.old, condition.new].map(read);
                let pair = condition.pair();
                // A constraint without a condition rejects nothing.
                let (classes, viewpoints) = match (&old, &new) {
                    (_, None) => looser(pair.old),
                    (None, _) => stricter(pair.new),
                    (Some(old), Some(new)) => match (accepts(new, old), accepts(old, new)) {
                        (true, _) => looser(pair.old),
                        (false, true) => stricter(pair.new),
                        (false, false) => other(pair),
                    },
                };
                let [old, new] = [old, new].map(|condition| shown(condition.as_ref()));
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

fn read(condition: Option<&Value>) -> Option<Condition> {
    condition.and_then(|it| Condition::deserialize(it).ok())
}

/// Returns true if it is certain that a condition accepts all data that another one accepts.
fn accepts(condition: &Condition, other: &Condition) -> bool {
    let (Condition::Age(wide), Condition::Age(narrow)) = (condition, other) else {
        return condition == other;
    };
    let ages = |limits: &AgeLimits| {
        let tolerance = i16::from(limits.tolerance);
        let (min, max) = (i16::from(limits.min), i16::from(limits.max));
        (min - tolerance, max + tolerance)
    };
    let ((wide_min, wide_max), (narrow_min, narrow_max)) = (ages(wide), ages(narrow));
    (&wide.birth, &wide.at) == (&narrow.birth, &narrow.at)
        && wide_min <= narrow_min
        && narrow_max <= wide_max
}

/// Returns a condition in words.
fn shown(condition: Option<&Condition>) -> String {
    condition.map_or_else(|| "only in words".to_owned(), ToString::to_string)
}
