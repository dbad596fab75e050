//! `constant-column`: every value of a column is the same.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "constant-column",
    title: "every value of a column is the same",
    severity: Severity::Warning,
    why: "The rows may be a part of the data, or a default took the place of the values.",
    remedy: "Ask the provider whether the value is the same on purpose.",
};
