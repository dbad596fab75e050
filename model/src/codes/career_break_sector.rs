use crate::prelude::*;

/// Sectors to which the RVA assigns a career break.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum CareerBreakSector {}
