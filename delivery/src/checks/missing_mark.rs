//! `missing-mark`: a code is a mark of a missing value.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "missing-mark",
    title: "a code is a mark of a missing value",
    severity: Severity::Error,
    why: "The list does not have this code, and programs write it where there is no value, such as `NA`.",
    remedy: "Leave the field empty, or state the mark: option `--missing`.",
};
