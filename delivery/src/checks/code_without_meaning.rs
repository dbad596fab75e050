//! `code-without-meaning`: a code has no meaning in the period of its row.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "code-without-meaning",
    title: "a code has no meaning in the period of its row",
    severity: Severity::Error,
    why: "The list has the code for another period. In this one it does not exist, or means something that is not known.",
    remedy: "Check the period of the row, and the code.",
};
