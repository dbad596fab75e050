use crate::prelude::*;

/// How the KSZ codes an occupational-disease benefit combined with work.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum OccupationalDiseaseWithWork {}
