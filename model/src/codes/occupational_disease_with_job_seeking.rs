use crate::prelude::*;

/// How the KSZ codes an occupational-disease benefit combined with job seeking.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum OccupationalDiseaseWithJobSeeking {}
