//! Types of individualised project for social integration of the person.

use crate::prelude::*;

/// Kinds of individualised project for social integration of the person. They were reformed on 1 November 2016.
///
/// nl: Soorten geïndividualiseerd project voor maatschappelijke integratie van de persoon. Ze zijn op 1 november 2016
/// hervormd.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/gpmi_type.csv",
    read_at = not_checkable,
    why(
        nl = "De grenzen zijn die van formulier B van de POD MI; of een overeenkomst van vóór 1 november 2016 haar code op latere rijen behoudt, is niet vermeld, en de datum van de overeenkomst behoort niet tot de variabelen.",
        en = "The limits are those of form B of POD MI; it is not stated whether an agreement made before 1 November 2016 keeps its code on later rows, and the date of the agreement is not among the variables.",
    ),
    page = "https://primabook.mi-is.be/nl/invoering-van-de-subsidie-van-het-gpmi-de-formulieren-b-leefloon",
)]
pub enum GpmiType {}
