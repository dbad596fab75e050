//! A check, and its reason.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::severity::Severity;

/// A check of a delivery. [`CHECKS`](crate::CHECKS) has them all.
pub struct Check {
    /// The id, such as `unknown-code`.
    pub id: &'static str,
    /// The content of a finding, in a few words.
    pub title: &'static str,
    /// The severity of a finding.
    pub severity: Severity,
    /// The reason for the check, in one or two sentences.
    pub why: &'static str,
    /// The advice about a finding.
    pub remedy: &'static str,
}

impl fmt::Debug for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Check").field(&self.id).finish()
    }
}

impl PartialEq for Check {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Check {}

/// As its id.
impl Serialize for Check {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id)
    }
}
