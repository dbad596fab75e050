//! Flag of the KSZ for work combined with half-time early retirement: no or yes.

use crate::prelude::*;

/// Flag of the KSZ: work combined with half-time early retirement.
///
/// nl: Vlag van de KSZ: werk samen met halftijds brugpensioen.
#[derive(CodeList)]
#[codes(
    closed,
    status = delivered,
    complete,
    table = "codelists/work_with_half_time_early_retirement.csv",
    page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/werkend-en-halftijds-brugpensioen",
)]
pub enum WorkWithHalfTimeEarlyRetirement {}
