//! `invalid-header`: the first line of a file is not a header of its block.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "invalid-header",
    title: "the first line of a file is not a header of its block",
    severity: Severity::Error,
    why: "Without the names of the columns, no value has a meaning. The file is not read.",
    remedy: "Write the names of the block, or state how the file has them, with a rename or an ignored column.",
};
