use crate::prelude::*;

/// Offices of VDAB: branches, job shops and competence centres.
#[derive(CodeList)]
#[codes(supplied)]
pub enum VdabOffice {}
