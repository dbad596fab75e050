//! `outside-bounds`: a number is outside the bounds of its variable.

use crate::check::Check;
use crate::severity::Severity;

pub(crate) static CHECK: Check = Check {
    id: "outside-bounds",
    title: "a number is outside the bounds of its variable",
    severity: Severity::Error,
    why: "The bounds follow from the decision or from the source: a number outside them is not of this variable. A count or a serial number is at most 2147483620, which every statistical package can store.",
    remedy: "Check the unit, and codes for missing values such as 999. Replace longer serial numbers by shorter ones.",
};
