use crate::prelude::*;

/// Codes that the KSZ uses for an occupational-disease benefit combined with PCSW support.
///
/// nl: Codes die de KSZ gebruikt voor een uitkering wegens beroepsziekte samen met OCMW-steun.
#[derive(CodeList)]
#[codes(supplied, searched, status = delivered)]
pub enum OccupationalDiseaseWithPcswSupport {}
