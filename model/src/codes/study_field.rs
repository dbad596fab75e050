use crate::prelude::*;

/// Fields of study of a qualification. Secondary and higher education have separate lists.
///
/// nl: Studiegebieden van een kwalificatiebewijs. Het secundair en het hoger onderwijs hebben elk een eigen lijst.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
    status = reference,
    read_at = not_checkable,
    why(
        nl = "Eén rij per behaald kwalificatiebewijs (een gebeurtenis); de datum van het kwalificatiebewijs behoort niet tot de toegestane variabelen, en er is geen codelijst bekend.",
        en = "One row per qualification obtained (an event); the date of the qualification is not among the authorised variables, and no code list is known.",
    ),
    standard = "Secondary: Besluit van de Vlaamse Regering van 21 december 2007 (studiegebieden en structuuronderdelen voltijds secundair onderwijs, edulex docid 13960). Higher: decreet van 4 april 2003 (later Codex Hoger Onderwijs). Not confirmed as the code list of the DWH field.",
)]
pub enum StudyField {}
