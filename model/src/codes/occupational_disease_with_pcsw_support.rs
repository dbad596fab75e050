use crate::prelude::*;

/// How the KSZ codes an occupational-disease benefit combined with PCSW support.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum OccupationalDiseaseWithPcswSupport {}
