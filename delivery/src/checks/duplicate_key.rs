//! `duplicate-key`: two rows have the same key.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "duplicate-key",
    title: "two rows have the same key",
    severity: Severity::Error,
    why: "No two rows of the block have the same values in these columns. A join with such rows counts twice.",
    remedy: "Remove the repetition, or ask which of the rows is right.",
};
