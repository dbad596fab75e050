//! Education levels of VDAB, as they are assumed to hold at inflow too.

use crate::prelude::*;

/// Education level at inflow; that it has the levels of `EducationLevel` is an assumption.
#[derive(CodeList)]
#[codes(
    supplied,
    status = related,
    table = "codelists/education_level_at_inflow.csv",
    read_at = not_checkable,
    why(
        nl = "De waarde is die van het moment van instroom; dat moment wordt niet geleverd, kan vóór 2005 liggen, en wat als instroom telt, is niet bekend.",
        en = "The value is that of the moment of inflow; that moment is not delivered, may lie before 2005, and what counts as inflow is not known.",
    ),
    standard = "VDAB-studieniveau, 15 niveaus (Arvastat)",
    page = "https://arvastat.vdab.be/help/studies.html",
)]
pub enum EducationLevelAtInflow {}
