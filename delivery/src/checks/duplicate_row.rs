//! `duplicate-row`: a row is repeated.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "duplicate-row",
    title: "a row is repeated",
    severity: Severity::Warning,
    why: "All values of the row are those of another one. The key of the block is not known, so that both may be right.",
    remedy: "Ask whether the row was delivered twice.",
};
