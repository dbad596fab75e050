use crate::prelude::*;

/// Classes of the annual tax income as self-employed. The boundaries arrive with the delivery.
///
/// nl: Klassen van het fiscaal jaarinkomen als zelfstandige. De grenzen komen met de levering.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum SelfEmployedFiscalAnnualIncome {}
