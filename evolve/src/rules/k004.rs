//! K004: a violation of a constraint became a warning.

use beraad_describe::Severity;

use crate::class::{Class, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "K004",
    title: "a violation of a constraint became a warning",
    is_about_words: false,
    classes: &[Class::Compatible],
    viewpoints: Viewpoints::OF_LOOSER_CHECK,
    why: "A check accepts all data that it accepted before, and rejects less. A check of a single row does not read constraints.",
    remedy: "Inform users who rely on the condition.",
    find: |changes| {
        let severities = changes.attribute(Kind::Constraint, "severity");
        let found = severities.filter(|severity| severity.new_text() == "warning");
        found.map(|severity| severity.found()).collect()
    },
    example: Example {
        old: |model| model.constraints[0].severity = Severity::Error,
        new: |model| model.constraints[0].severity = Severity::Warning,
    },
};
