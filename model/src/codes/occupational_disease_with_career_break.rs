use crate::prelude::*;

/// Codes that the KSZ uses for an occupational-disease benefit combined with career break or time credit.
///
/// nl: Codes die de KSZ gebruikt voor een uitkering wegens beroepsziekte samen met loopbaanonderbreking of
/// tijdskrediet.
#[derive(CodeList)]
#[codes(supplied, searched, status = delivered)]
pub enum OccupationalDiseaseWithCareerBreak {}
