use crate::prelude::*;

/// Codes that the KSZ uses for an occupational-disease benefit combined with career break or time credit.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum OccupationalDiseaseWithCareerBreak {}
