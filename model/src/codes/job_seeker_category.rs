//! Categories of job seekers (ncat), of which 42, 43 and 44 are not known in full.

use crate::prelude::*;

/// Category that the RVA gives to a job seeker; 50-53 take the place of 40-44 in 2013.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/job_seeker_category.csv",
    standard = "RVA STAT.92",
    page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/vdab-forem-actiris-adg/Variables/categorie-van-werkzoekende",
)]
pub enum JobSeekerCategory {}
