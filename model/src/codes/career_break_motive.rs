use crate::prelude::*;

/// Motives for which a career break was requested.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum CareerBreakMotive {}
