//! `unreadable-file`: a file cannot be read, or not to its end.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "unreadable-file",
    title: "a file cannot be read, or not to its end",
    severity: Severity::Error,
    why: "The file is damaged, not complete, or of another kind than its name says. Its rows, or those after the error, are not checked; the other files are.",
    remedy: "Copy the file again or give it the name of its kind, and check the delivery again.",
};
