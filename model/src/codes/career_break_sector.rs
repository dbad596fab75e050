use crate::prelude::*;

/// Sectors to which the RVA assigns a career break.
///
/// nl: Sectoren waaronder een loopbaanonderbreking volgens de RVA valt.
#[derive(CodeList)]
#[codes(supplied, searched, status = delivered)]
pub enum CareerBreakSector {}
