use crate::prelude::*;

/// Reasons why an interruption allowance is higher or lower than the ordinary amount.
///
/// nl: Redenen waarom een onderbrekingsuitkering hoger of lager is dan het gewone bedrag.
#[derive(CodeList)]
#[codes(supplied, searched, status = delivered)]
pub enum AllowanceAdjustmentKind {}
