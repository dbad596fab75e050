use crate::prelude::*;

/// Codes that the KSZ uses for an occupational-disease benefit combined with jobseeking.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum OccupationalDiseaseWithJobSeeking {}
