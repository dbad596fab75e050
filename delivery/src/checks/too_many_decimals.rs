//! `too-many-decimals`: a number has more decimals than its variable.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "too-many-decimals",
    title: "a number has more decimals than its variable",
    severity: Severity::Error,
    why: "The decimals would be lost, or the number is not of this variable.",
    remedy: "Round the column before the delivery.",
};
