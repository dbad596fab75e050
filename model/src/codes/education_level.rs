//! Education levels of VDAB: the first nine labels of fifteen are known.

use crate::prelude::*;

/// Highest diploma obtained, in VDAB's classification.
#[derive(CodeList)]
#[codes(
    supplied,
    status = reference,
    table = "codelists/education_level.csv",
    standard = "VDAB-studieniveau, 15 niveaus (Arvastat)",
    page = "https://arvastat.vdab.be/help/studies.html",
)]
pub enum EducationLevel {}
