//! `empty-column`: a column has no value in any row.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "empty-column",
    title: "a column has no value in any row",
    severity: Severity::Warning,
    why: "The column may be absent from the source, or was lost on the way.",
    remedy: "Ask the provider whether the column is empty on purpose.",
};
