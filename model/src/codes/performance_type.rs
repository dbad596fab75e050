//! Types of working time (prestatietype). Some meanings differ between the RSZ and the RSZPPO.

use crate::prelude::*;

/// Working-time regimes of a job.
///
/// nl: Arbeidsregimes van een job.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/performance_type.csv",
    page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid/Variables/prestatietype",
)]
pub enum PerformanceType {}
