//! Ranks of jobs, of which 1 has a label.

use crate::prelude::*;

/// Ranks of the jobs of a person: 1 is the main job, and there is no last one.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/job_importance_order.csv",
    page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/belangrijkheidscode",
)]
pub enum JobImportanceOrder {}
