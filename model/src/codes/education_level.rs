//! Education levels of VDAB. The first nine of the fifteen labels are known.

use crate::prelude::*;

/// Highest diplomas in VDAB's classification.
///
/// nl: Hoogste diploma's in de indeling van VDAB.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
    status = reference,
    table = "codelists/education_level.csv",
    standard = "VDAB-studieniveau, 15 niveaus (Arvastat)",
    page = "https://arvastat.vdab.be/help/studies.html",
)]
pub enum EducationLevel {}
