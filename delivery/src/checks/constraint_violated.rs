//! `constraint-violated`: a row contradicts other rows.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "constraint-violated",
    title: "a row contradicts other rows",
    severity: Severity::Error,
    why: "The constraint follows from the decision or from the source, and the codebook has it in words: a serial number is that of a person in the data, for instance.",
    remedy: "Look for the constraint in the codebook by its id. Rows that it needs may be missing from another file.",
};
