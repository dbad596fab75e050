use crate::prelude::*;

/// Classes of the income from self-employment over a year. The boundaries arrive with the delivery.
///
/// nl: Klassen van het inkomen als zelfstandige over een jaar. De grenzen komen met de levering.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum SelfEmployedIncome {}
