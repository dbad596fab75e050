//! `near-code`: a code that its list does not have differs from a listed one by zeros, case or spaces only.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "near-code",
    title: "a code that its list does not have is nearly a listed one",
    severity: Severity::Warning,
    why: "The code differs from a listed one by leading zeros, capitals or spaces only. Spreadsheets remove leading zeros.",
    remedy: "Correct the code, or ask the provider whether both exist.",
};
