//! `unknown-code`: a code is not in its complete list.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "unknown-code",
    title: "a code is not in its complete list",
    severity: Severity::Error,
    why: "The list is closed, or the provider says that it is complete: a code that it does not have has no meaning.",
    remedy: "Correct the code, or complete the list that was supplied.",
};
