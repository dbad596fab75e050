//! Kinds of apprenticeship agreement, at the RSZPPO and at the RSZ.

use crate::prelude::*;

/// Kinds of apprenticeship agreement. Code 5 has different meanings at the RSZ and at the RSZPPO.
///
/// nl: Soorten leerovereenkomst. Code 5 betekent bij de RSZ iets anders dan bij de RSZPPO.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/apprenticeship_type.csv",
    standard = "DmfA/DmfAPPL apprentice type",
    page = "https://www.ksz-bcss.fgov.be/nl/dwh/variabledetail/rijksdienst-voor-sociale-zekerheid-van-de-provinciale-en-plaatselijke-overheidsdiensten/Variables/type-leerling.html",
)]
pub enum ApprenticeshipType {}
