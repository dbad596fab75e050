//! K003: a violation of a constraint became an error.

use beraad_describe::Severity;

use crate::class::{Class, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "K003",
    title: "a violation of a constraint became an error",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::OF_STRICTER_CHECK,
    why: "A check of a whole delivery rejects data that it accepted with a warning. A check of a single row does not read constraints.",
    remedy: "Count the violations in the last delivery first, and state what the constraint tolerates.",
    find: |changes| {
        let severities = changes.attribute(Kind::Constraint, "severity");
        let found = severities.filter(|severity| severity.new_text() == "error");
        found.map(|severity| severity.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.constraints[0].severity = Severity::Error,
    },
};
