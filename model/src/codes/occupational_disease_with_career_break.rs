use crate::prelude::*;

/// How the KSZ codes an occupational-disease benefit combined with career break or time credit.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum OccupationalDiseaseWithCareerBreak {}
