//! `missing-value`: a row has no value in a required column.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "missing-value",
    title: "a row has no value in a required column",
    severity: Severity::Error,
    why: "The decision and its description say that every row has this value.",
    remedy: "Deliver the value, or ask whether the model must allow that it is missing.",
};
