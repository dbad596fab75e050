//! `constraint-unmet`: a row is not as the source expects by other rows.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "constraint-unmet",
    title: "a row is not as other rows lead to expect",
    severity: Severity::Warning,
    why: "The source expects the constraint to hold, and knows exceptions. The codebook has it in words.",
    remedy: "Look for the constraint in the codebook by its id, and ask the provider if many rows do not meet it.",
};
