//! `near-code`: a code that its list does not have is nearly a listed one.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "near-code",
    title: "a code that its list does not have is nearly a listed one",
    severity: Severity::Warning,
    why: "The code differs from a listed one by leading zeros, by `.0`, by quotes or by capitals only: programs take a code for a number.",
    remedy: "Correct the code, or ask the provider whether both exist.",
};
