use crate::prelude::*;

/// Clusters of the socio-economic typology of municipalities.
///
/// nl: Clusters van de sociaaleconomische typologie van gemeenten.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
    standard = "Socio-economic typology of municipalities of Dexia/Belfius; editions 1997, August 2007 and 2018"
)]
pub enum MunicipalityType {}
