use crate::prelude::*;

/// Occupations in the list of the social statute of the self-employed, which is not ISCO.
#[derive(CodeList)]
#[codes(
    supplied,
    standard = "RSVZ/INASTI occupation nomenclature of the social statute of the self-employed (beroepennomenclatuur)"
)]
pub enum SelfEmployedOccupation {}
