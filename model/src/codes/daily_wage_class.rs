use crate::prelude::*;

/// Numbered classes of the gross daily wage. The boundaries arrive with the delivery.
///
/// nl: Genummerde klassen van het bruto dagloon. De grenzen komen met de levering.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum DailyWageClass {}
