//! Relations to the reference person: information types 140 and 141 of the National Register.

use crate::prelude::*;

/// Relations of a person to the reference person of the household.
///
/// nl: Relaties van een persoon tot de referentiepersoon van het gezin.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/relation_to_reference_person.csv",
    standard = "Rijksregister informatietype 140/141 (plaats in het gezin)",
    page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijks-en-ksz-register/Variables/verwantschapsrelatie-met-de-referentiepersoon",
)]
pub enum RelationToReferencePerson {}
