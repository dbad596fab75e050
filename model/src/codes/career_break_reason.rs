use crate::prelude::*;

/// Reasons for a career break.
///
/// nl: Redenen van een loopbaanonderbreking.
#[derive(CodeList)]
#[codes(supplied, searched, status = delivered)]
pub enum CareerBreakReason {}
