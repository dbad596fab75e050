//! `invalid-record`: a line cannot be read as a row.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "invalid-record",
    title: "a line cannot be read as a row",
    severity: Severity::Error,
    why: "The line has another number of fields than the header, a quote sign that is misplaced, or bytes of another encoding. It is left out of all other checks.",
    remedy: "Correct the line, or state the separator and the encoding of the file.",
};
