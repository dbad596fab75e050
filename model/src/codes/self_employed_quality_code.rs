//! Capacity as self-employed person or helper at the RSVZ.

use crate::prelude::*;

/// Self-employed person or helper; two codes have the same label, so that the code counts.
#[derive(CodeList)]
#[codes(
    closed,
    status = delivered,
    complete,
    table = "codelists/self_employed_quality_code.csv",
    page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/rijksinstituut-voor-de-sociale-verzekeringen-der-zelfstandigen/Variables/hoedanigheid",
)]
pub enum SelfEmployedQualityCode {}
