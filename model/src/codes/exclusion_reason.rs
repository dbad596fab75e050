//! Reasons for exclusion from unemployment benefit (REGROUP), until 2015 and from 2016.

use crate::prelude::*;

/// Rules under which a person is excluded from unemployment benefit.
///
/// nl: Regels op grond waarvan een persoon van werkloosheidsuitkeringen wordt uitgesloten.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    complete,
    table = "codelists/exclusion_reason.csv",
    page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-arbeidsvoorziening/Variables/reden-van-de-sanctie",
)]
pub enum ExclusionReason {}
