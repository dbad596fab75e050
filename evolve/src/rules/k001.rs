//! K001: a constraint was added.

use beraad_describe::{AppliesTo, Constraint, Severity};

use crate::change::Pair;
use crate::class::{Class, Viewpoints};
use crate::example::label;
use crate::item::{Item, Kind};
use crate::rule::{Example, Found, Rule, unchanged};
use crate::shown::quoted;

pub(super) static RULE: Rule = Rule {
    id: "K001",
    title: "a constraint was added",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Risky],
    viewpoints: Viewpoints::OF_STRICTER_CHECK,
    why: "A check of a whole delivery may reject data that it accepted, or warn about them. A check of a single row does not read constraints.",
    remedy: "Begin with the severity `warning`, and see what the delivery has.",
    find: |changes| {
        let constraints = changes.added(Kind::Constraint);
        constraints
            .map(|constraint| {
                let found = Found::new(
                    constraint.index,
                    quoted(constraint.item.attributes.get("message")),
                );
                let (classes, viewpoints) = stricter(constraint.item);
                found.classes(classes).viewpoints(viewpoints)
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let columns = AppliesTo::Columns(vec!["loan.renewals".into()].into());
            let message = label("weinig verlengingen", "few renewals");
            let constraint = Constraint::new(
                "few_renewals",
                Severity::Error,
                message,
                columns,
                "paragraph 2",
            );
            model.constraints.push(constraint);
        },
    },
};

/// Returns the classes of a change that makes more data deviate from a constraint.
pub(super) fn stricter(constraint: &Item) -> (&'static [Class], Viewpoints) {
    if constraint.text("severity") == "error" {
        (&[Class::Breaking], Viewpoints::OF_STRICTER_CHECK)
    } else {
        (&[Class::Risky], Viewpoints::ALL_YES)
    }
}

/// Returns the classes of a change that makes less data deviate from a constraint, which is that of the old model.
pub(super) fn looser(constraint: &Item) -> (&'static [Class], Viewpoints) {
    let viewpoints = if constraint.text("severity") == "error" {
        Viewpoints::OF_LOOSER_CHECK
    } else {
        Viewpoints::ALL_YES
    };
    (&[Class::Compatible], viewpoints)
}

/// Returns the classes of a change that makes other data deviate from a constraint.
pub(super) fn other(constraint: Pair<'_>) -> (&'static [Class], Viewpoints) {
    let (classes, stricter) = stricter(constraint.new);
    let (_, looser) = looser(constraint.old);
    let viewpoints = match (
        stricter == Viewpoints::ALL_YES,
        looser == Viewpoints::ALL_YES,
    ) {
        (_, true) => stricter,
        (true, false) => looser,
        (false, false) => Viewpoints::OF_OTHER_CHECK,
    };
    (classes, viewpoints)
}
