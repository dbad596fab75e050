//! `unlisted-code`: a code is not in its list, which may have others.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "unlisted-code",
    title: "a code is not in its list, which may have others",
    severity: Severity::Warning,
    why: "The list is open, so that the code is possible. Nobody can say what it means.",
    remedy: "Ask the provider for the meaning of the code.",
};
