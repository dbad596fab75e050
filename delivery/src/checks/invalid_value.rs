//! `invalid-value`: a text is not a value of its column.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "invalid-value",
    title: "a text is not a value of its column",
    severity: Severity::Error,
    why: "A program that reads the column stops here, or takes it for something else.",
    remedy: "Write the form that the codebook gives, or state how the file writes it: options `--trim`, `--decimal-comma`, `--flags`, `--notation`, `--missing`.",
};
