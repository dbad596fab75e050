use crate::prelude::*;

/// Occupations in the list of the social statute of the self-employed, which is not ISCO.
///
/// nl: Beroepen in de lijst van het sociaal statuut der zelfstandigen, die niet ISCO is.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
    standard = "RSVZ/INASTI occupation nomenclature of the social statute of the self-employed (beroepennomenclatuur)"
)]
pub enum SelfEmployedOccupation {}
