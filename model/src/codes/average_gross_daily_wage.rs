use crate::prelude::*;

/// Classes of the average gross daily wage. The boundaries arrive with the delivery.
///
/// nl: Klassen van het gemiddelde bruto dagloon. De grenzen komen met de levering.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum AverageGrossDailyWage {}
