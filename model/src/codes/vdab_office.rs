use crate::prelude::*;

/// Offices of VDAB: branches, job shops and competence centres.
///
/// nl: Vestigingen van VDAB: kantoren, werkwinkels en competentiecentra.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum VdabOffice {}
