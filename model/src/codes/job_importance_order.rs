//! Ranks of jobs. Only rank 1 has a label.

use crate::prelude::*;

/// Ranks of the jobs of a person. Rank 1 is the main job; there is no highest rank.
///
/// nl: Rangen van de jobs van een persoon. Rang 1 is de voornaamste job; er is geen hoogste rang.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/job_importance_order.csv",
    page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/belangrijkheidscode",
)]
pub enum JobImportanceOrder {}
