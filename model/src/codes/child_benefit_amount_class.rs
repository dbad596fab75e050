use crate::prelude::*;

/// Classes of the amount of child benefit. The boundaries arrive with the delivery.
///
/// nl: Klassen van het bedrag van de kinderbijslag. De grenzen komen met de levering.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum ChildBenefitAmountClass {}
