use crate::prelude::*;

/// Codes that the KSZ uses for a career break or time credit combined with support from the PCSW.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum CareerBreakWithPcswSupport {}
