use crate::prelude::*;

/// Codes that the KSZ uses for an occupational-disease benefit combined with a pension.
///
/// nl: Codes die de KSZ gebruikt voor een uitkering wegens beroepsziekte samen met een pensioen.
#[derive(CodeList)]
#[codes(supplied, searched, status = delivered)]
pub enum OccupationalDiseaseWithPension {}
