use crate::prelude::*;

/// Classes of the ordinary gross pay in a quarter. The boundaries arrive with the delivery.
///
/// nl: Klassen van de gewone brutobezoldiging in een kwartaal. De grenzen komen met de levering.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum OrdinaryGrossPayQuarter {}
