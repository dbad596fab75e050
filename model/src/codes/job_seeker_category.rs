//! Categories of jobseekers (ncat). Categories 42, 43 and 44 are not fully known.

use crate::prelude::*;

/// Categories of jobseekers at the RVA. Categories 50-53 replace 40-44 in 2013.
///
/// nl: Categorieën van werkzoekenden bij de RVA. De categorieën 50-53 vervangen 40-44 in 2013.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/job_seeker_category.csv",
    standard = "RVA STAT.92",
    page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/vdab-forem-actiris-adg/Variables/categorie-van-werkzoekende",
)]
pub enum JobSeekerCategory {}
