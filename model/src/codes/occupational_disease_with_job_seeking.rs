use crate::prelude::*;

/// Codes that the KSZ uses for an occupational-disease benefit combined with jobseeking.
///
/// nl: Codes die de KSZ gebruikt voor een uitkering wegens beroepsziekte van een werkzoekende.
#[derive(CodeList)]
#[codes(supplied, searched, status = delivered)]
pub enum OccupationalDiseaseWithJobSeeking {}
