use crate::prelude::*;

/// How the KSZ codes an occupational-disease benefit combined with a pension.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum OccupationalDiseaseWithPension {}
