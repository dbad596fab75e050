//! Civil statuses: information type 120 of the National Register.

use crate::prelude::*;

/// Civil statuses in information type 120 of the National Register, for reference only.
///
/// nl: Burgerlijke staten in informatietype 120 van het Rijksregister, enkel als referentie.
#[derive(CodeList)]
#[codes(
    open,
    status = reference,
    table = "codelists/civil_status.csv",
    standard = "Rijksregister informatietype 120 (eHealth CD-CIVILSTATE 2.1.2 lists 12 of these codes; code 90 from the register's instruction on IT 120)",
    page = "https://www.ehealth.fgov.be/standards/fhir/core/CodeSystem/cd-civilstate",
)]
pub enum CivilStatus {}
