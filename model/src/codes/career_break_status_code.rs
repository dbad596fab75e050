use crate::prelude::*;

/// Statuses of a person in career break or time credit; which status is meant is not documented.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum CareerBreakStatusCode {}
