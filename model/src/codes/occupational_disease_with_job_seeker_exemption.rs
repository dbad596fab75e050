use crate::prelude::*;

/// Codes that the KSZ uses for an occupational-disease benefit combined with exemption from registration as a jobseeker.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum OccupationalDiseaseWithJobSeekerExemption {}
