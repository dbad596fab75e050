use crate::prelude::*;

/// Levels of a qualification: primary, secondary and higher education.
///
/// nl: Niveaus van een kwalificatiebewijs: lager, secundair en hoger onderwijs.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
    status = delivered,
    read_at = not_checkable,
    why(
        nl = "Eén rij per behaald kwalificatiebewijs (een gebeurtenis); de datum van het kwalificatiebewijs behoort niet tot de toegestane variabelen, en er is geen codelijst bekend.",
        en = "One row per qualification obtained (an event); the date of the qualification is not among the authorised variables, and no code list is known.",
    ),
)]
pub enum StudyLevel {}
