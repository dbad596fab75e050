use crate::prelude::*;

/// Classes of the gross wage over a year. The boundaries arrive with the delivery.
///
/// nl: Klassen van het brutoloon over een jaar. De grenzen komen met de levering.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum GrossWage {}
