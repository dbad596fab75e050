use crate::prelude::*;

/// Codes that the KSZ uses for an occupational-disease benefit combined with work.
///
/// nl: Codes die de KSZ gebruikt voor een uitkering wegens beroepsziekte samen met werk.
#[derive(CodeList)]
#[codes(supplied, searched, status = delivered)]
pub enum OccupationalDiseaseWithWork {}
