use crate::prelude::*;

/// How the KSZ codes an occupational-disease benefit combined with early retirement.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum OccupationalDiseaseWithEarlyRetirement {}
