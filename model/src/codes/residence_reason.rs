//! Reasons for residence: information type 202 of the National Register, in eight classes.

use crate::prelude::*;

/// Grounds of residence in eight classes of the KSZ, from the column of grandparent 21, for reference only.
///
/// nl: Verblijfsgronden in acht klassen van de KSZ, uit de kolom van grootouder 21, enkel als referentie.
#[derive(CodeList)]
#[codes(
    open,
    status = related,
    complete,
    table = "codelists/residence_reason.csv",
    read_at = not_checkable,
    why(
        nl = "De perioden op de pagina zijn die van het bestand (vanaf 31 december 2008): beslissingen sinds maart 2008 dragen dezelfde codes, en waarden voor vroegere jaren kunnen enkel uit latere momentopnamen komen.",
        en = "The periods on the page are those of the file (from 31 December 2008): decisions since March 2008 carry the same codes, and values for earlier years can only come from later snapshots.",
    ),
    standard = "Rijksregister informatietype 202, grouped by KSZ in 8 classes",
    page = "https://www.ksz-bcss.fgov.be/nl/dwh/variabledetail/rijks-en-ksz-register/Variables/it202-codes-grootouder-21.html",
)]
pub enum ResidenceReason {}
