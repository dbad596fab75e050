//! `code-form`: a code does not have the form of its list.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "code-form",
    title: "a code does not have the form of its list",
    severity: Severity::Error,
    why: "All codes of the list have one form, such as two digits.",
    remedy: "Correct the code. A program may have removed leading zeros.",
};
