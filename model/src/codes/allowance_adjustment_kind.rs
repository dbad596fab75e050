use crate::prelude::*;

/// Reasons why an interruption allowance is higher or lower than the ordinary amount.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum AllowanceAdjustmentKind {}
