use crate::prelude::*;

/// Codes that the KSZ uses for an occupational-disease benefit combined with exemption from registration as a jobseeker.
///
/// nl: Codes die de KSZ gebruikt voor een uitkering wegens beroepsziekte samen met vrijstelling van inschrijving als
/// werkzoekende.
#[derive(CodeList)]
#[codes(supplied, searched, status = delivered)]
pub enum OccupationalDiseaseWithJobSeekerExemption {}
