use crate::prelude::*;

/// Classes of the unemployment benefit. The boundaries arrive with the delivery.
///
/// nl: Klassen van de werkloosheidsuitkering. De grenzen komen met de levering.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum UnemploymentBenefitClass {}
