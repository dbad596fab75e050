//! Acts that apply to PCSW support, in the codes of the monthly statements.

use crate::prelude::*;

/// Acts that apply to PCSW support, in the codes of the monthly statements of the POD MI, for reference only.
///
/// nl: Wetten waaronder OCMW-steun valt, in de codes van de maandstaten van de POD MI, enkel als referentie.
#[derive(CodeList)]
#[codes(
    open,
    status = reference,
    table = "codelists/applicable_legislation.csv",
    standard = "POD MI maandstaat, veld Wetgeving",
    page = "https://primabook.mi-is.be/nl/terugbetalingsprocedure/procedure/beschrijving-van-de-maandstaten",
)]
pub enum ApplicableLegislation {}
