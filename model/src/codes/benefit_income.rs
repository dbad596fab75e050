use crate::prelude::*;

/// Classes of the income from benefits over a year. The boundaries arrive with the delivery.
///
/// nl: Klassen van het inkomen uit uitkeringen over een jaar. De grenzen komen met de levering.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum BenefitIncome {}
