//! Statuses of an employment at the RSZ and at the RSZPPO. Both lists are known in part.

use crate::prelude::*;

/// Special statuses of an employment. The RSZ and the RSZPPO have different codes.
///
/// nl: Bijzondere statuten van een tewerkstelling. De RSZ en de RSZPPO hebben andere codes.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/work_status.csv",
    standard = "DmfA/DmfAPPL glossary annex 21 (statuut)",
    page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid-van-de-provinciale-en-plaatselijke-overheidsdiensten/Variables/statuut-1",
)]
pub enum WorkStatus {}
