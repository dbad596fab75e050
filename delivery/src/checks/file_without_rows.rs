//! `file-without-rows`: a file has no row.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "file-without-rows",
    title: "a file has no row",
    severity: Severity::Warning,
    why: "The file has a header or columns, and nothing else. A query may have failed, or the file was cut off.",
    remedy: "Ask the provider for the rows, or remove the file if there are none.",
};
