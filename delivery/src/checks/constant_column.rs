//! `constant-column`: a column has the same value in every row.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "constant-column",
    title: "a column has the same value in every row",
    severity: Severity::Warning,
    why: "The rows may be a part of the data, or a default took the place of the values.",
    remedy: "Ask the provider whether the value is the same on purpose.",
};
