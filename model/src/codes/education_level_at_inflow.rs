//! Education levels of VDAB at inflow, which are assumed to be the same as later.

use crate::prelude::*;

/// Education levels at inflow. It is an assumption that they are the levels of `EducationLevel`.
///
/// nl: Studieniveaus bij instroom. Dat het de niveaus van `EducationLevel` zijn, is een aanname.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
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
