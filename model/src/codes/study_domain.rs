use crate::prelude::*;

/// Broad subject groups of a qualification.
///
/// nl: Brede inhoudelijke groepen van een kwalificatiebewijs.
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
pub enum StudyDomain {}
