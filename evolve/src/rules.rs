//! The rules, each in a file of its own.

use crate::rule::Rule;

mod m999;
mod t001;

/// All rules, in the order in which they explain changes: those that need several changes come before those that need one.
pub static RULES: &[&Rule] = &[&t001::RULE, &m999::RULE];

/// Returns the rule with this id, in capitals or not.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES
        .iter()
        .copied()
        .find(|rule| rule.id.eq_ignore_ascii_case(id))
}
