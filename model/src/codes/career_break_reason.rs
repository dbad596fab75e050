use crate::prelude::*;

/// Reasons for a career break.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum CareerBreakReason {}
