use crate::prelude::*;

/// Sectors under which a career break falls according to the RVA.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum CareerBreakSector {}
