use crate::prelude::*;

/// Codes that the KSZ uses for an occupational-disease benefit combined with early retirement.
///
/// nl: Codes die de KSZ gebruikt voor een uitkering wegens beroepsziekte samen met brugpensioen.
#[derive(CodeList)]
#[codes(supplied, searched, status = delivered)]
pub enum OccupationalDiseaseWithEarlyRetirement {}
